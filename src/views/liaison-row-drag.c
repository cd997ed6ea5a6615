/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-row-drag.h"

/* Where rows are dropped. */
typedef struct
{
  GtkListBox         *list;   /* in the widget that this belongs to */
  LiaisonRowDropFunc  func;
  gpointer            user_data;
  GtkWidget          *marked; /* (nullable): the row at which the line shows */
} Receiver;

/* What is seen under the pointer is the row as it was taken, held where it was taken. */
static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            GtkWidget     *row)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (row);
  g_autoptr (GdkPaintable) image = gdk_paintable_get_current_image (paintable);

  gtk_widget_translate_coordinates (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)), row, x, y, &x, &y);
  gtk_drag_source_set_icon (source, image, (int) x, (int) y);

  return gdk_content_provider_new_typed (G_OBJECT_TYPE (row), row);
}

void
liaison_row_drag_add (GtkWidget     *handle,
                      GtkListBoxRow *row)
{
  GtkDragSource *source;

  g_return_if_fail (GTK_IS_WIDGET (handle));
  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));

  source = gtk_drag_source_new ();
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), row);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
}

static int
count_rows (GtkListBox *list)
{
  int n_rows = 0;

  while (gtk_list_box_get_row_at_index (list, n_rows) != NULL)
    n_rows++;

  return n_rows;
}

/* Between which rows a point lies: the number of those before it. */
static int
find_place (Receiver      *self,
            GtkDropTarget *target,
            double         x,
            double         y)
{
  GtkWidget *area = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GtkListBoxRow *row;
  graphene_rect_t bounds;

  if (!gtk_widget_translate_coordinates (area, GTK_WIDGET (self->list), x, y, &x, &y) || y < 0)
    return 0;
  row = gtk_list_box_get_row_at_y (self->list, (int) y);
  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    return count_rows (self->list);

  return gtk_list_box_row_get_index (row) + (y > bounds.origin.y + bounds.size.height / 2);
}

static void
unmark (Receiver *self)
{
  if (self->marked == NULL)
    return;

  gtk_widget_remove_css_class (self->marked, "drop-before");
  gtk_widget_remove_css_class (self->marked, "drop-behind");
  g_clear_weak_pointer (&self->marked);
}

static void
mark (Receiver *self,
      int       place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, place);
  const char *class = row != NULL ? "drop-before" : "drop-behind";

  if (row == NULL && place > 0)
    row = gtk_list_box_get_row_at_index (self->list, place - 1);

  if (row != NULL && self->marked == GTK_WIDGET (row) && gtk_widget_has_css_class (self->marked, class))
    return;

  unmark (self);
  if (row == NULL)
    return;
  g_set_weak_pointer (&self->marked, GTK_WIDGET (row));
  gtk_widget_add_css_class (self->marked, class);
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double         x,
           double         y,
           Receiver      *self)
{
  mark (self, find_place (self, target, x, y));

  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target,
          Receiver      *self)
{
  unmark (self);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         Receiver      *self)
{
  GtkListBoxRow *row = g_value_get_object (value);
  int place = find_place (self, target, x, y);

  unmark (self);
  /* It may come from another window, and be gone from its list by now. */
  if (row == NULL || gtk_widget_get_root (GTK_WIDGET (row)) != gtk_widget_get_root (GTK_WIDGET (self->list)))
    return FALSE;

  if (gtk_widget_get_parent (GTK_WIDGET (row)) == GTK_WIDGET (self->list))
    {
      int index = gtk_list_box_row_get_index (row);

      place -= place > index;
      if (place == index)
        return FALSE;
    }

  return self->func (row, place, self->user_data);
}

static void
receiver_free (gpointer  data,
               GClosure *closure)
{
  Receiver *self = data;

  g_clear_weak_pointer (&self->marked);
  g_free (self);
}

void
liaison_row_drag_receive (GtkWidget          *area,
                          GtkListBox         *list,
                          GType               type,
                          LiaisonRowDropFunc  func,
                          gpointer            user_data)
{
  GtkDropTarget *target;
  Receiver *self;

  g_return_if_fail (GTK_IS_WIDGET (area));
  g_return_if_fail (GTK_IS_LIST_BOX (list));
  g_return_if_fail (g_type_is_a (type, GTK_TYPE_LIST_BOX_ROW));

  self = g_new0 (Receiver, 1);
  self->list = list;
  self->func = func;
  self->user_data = user_data;
  target = gtk_drop_target_new (type, GDK_ACTION_MOVE);
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_data (target, "drop", G_CALLBACK (drop_cb), self, receiver_free, 0);
  gtk_widget_add_controller (area, GTK_EVENT_CONTROLLER (target));
}
