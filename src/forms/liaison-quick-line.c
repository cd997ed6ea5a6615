/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-quick-line.h"

#include "liaison-announce.h"
#include "liaison-config.h"
#include "liaison-day.h"
#include "liaison-focus-order.h"
#include "liaison-wrap-box.h"

#include <glib/gi18n.h>

struct _LiaisonQuickLine
{
  GtkWidget           parent_instance;

  GtkWidget          *box;
  GtkLabel           *caption;
  GtkWidget          *entry;
  LiaisonWrapBox     *chips;

  LiaisonFormContext *context;
  LiaisonQuickEntry  *understood;
  GCancellable       *asking;
  gboolean            done_when_understood;
  gboolean            completes_when_understood;
};

enum { EDITED, UNDERSTOOD, DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonQuickLine, liaison_quick_line, GTK_TYPE_WIDGET)

typedef struct
{
  char     *text;
  gboolean  has_ours;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->text);
  g_free (line);
}

static gpointer
parse_job (LiaisonDb     *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Line *line = data;
  int today = liaison_day_today ();
  g_autoptr (LiaisonQuickEntry) entry = liaison_quick_entry_parse (db, line->text, today, error);

  if (entry == NULL || !liaison_quick_entry_complete (entry, db, line->text, line->has_ours, today, error))
    return NULL;

  return g_steal_pointer (&entry);
}

static const char *
get_meaning_label (LiaisonQuickMeaning meaning)
{
  switch (meaning)
    {
    case LIAISON_QUICK_FORM:
      return C_("quick entry", "Form");
    case LIAISON_QUICK_DATE:
      return C_("quick entry", "When");
    case LIAISON_QUICK_OURS:
      return C_("quick entry", "Ours");
    case LIAISON_QUICK_THEIRS:
      return C_("quick entry", "Theirs");
    case LIAISON_QUICK_THIRD:
      return C_("quick entry", "Third party");
    case LIAISON_QUICK_FORMAT:
      return C_("quick entry", "Format");
    case LIAISON_QUICK_TOPIC:
      return C_("quick entry", "Topic");
    case LIAISON_QUICK_PLACE:
      return C_("quick entry", "Place");
    case LIAISON_QUICK_SUMMARY:
      return C_("quick entry", "Summary");
    case LIAISON_QUICK_UNKNOWN:
      return C_("quick entry", "Not understood");
    case LIAISON_QUICK_JOIN:
    default:
      return "";
    }
}

/* What a stretch stands for: "Jakub Kumoch or 1 other", "gas transit (new)"; of one that was not understood the words. */
static char *
dup_value (LiaisonQuickLine          *self,
           const LiaisonQuickStretch *stretch)
{
  if (stretch->meaning == LIAISON_QUICK_UNKNOWN)
    return g_strndup (liaison_quick_line_get_text (self) + stretch->start, stretch->length);
  if (stretch->is_new)
    /* Translators: a topic that is not on record yet */
    return g_strdup_printf (_("%s (new)"), stretch->value);
  if (stretch->others > 0)
    /* Translators: whom a name was taken for, and how many others have that name, too */
    return g_strdup_printf (ngettext ("%s or %u other", "%s or %u others", stretch->others), stretch->value, stretch->others);

  return g_strdup (stretch->value);
}

static const char *
get_tooltip (const LiaisonQuickStretch *stretch)
{
  const char *text = stretch->meaning == LIAISON_QUICK_UNKNOWN ? stretch->value : stretch->detail;

  return *text != '\0' ? text : NULL;
}

static GtkWidget *
chip_new (const char *meaning_label,
          const char *value,
          const char *tooltip,
          const char *css_class)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *meaning = gtk_label_new (meaning_label);
  GtkWidget *label = gtk_label_new (value);

  gtk_widget_add_css_class (chip, "understood");
  if (css_class != NULL)
    gtk_widget_add_css_class (chip, css_class);
  gtk_widget_add_css_class (meaning, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_box_append (GTK_BOX (chip), meaning);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_widget_set_tooltip_text (chip, tooltip);

  return chip;
}

static void
append_sentence (GString    *text,
                 const char *meaning_label,
                 const char *value,
                 const char *more)
{
  g_string_append_printf (text, "%s%s: %s", text->len > 0 ? ". " : "", meaning_label, value);
  if (more != NULL)
    g_string_append_printf (text, ", %s", more);
}

static void
underline (PangoAttrList             *attributes,
           const LiaisonQuickStretch *stretch)
{
  PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);

  line->start_index = stretch->start;
  line->end_index = stretch->start + stretch->length;
  pango_attr_list_insert (attributes, line);
}

/* A given and a family name far apart, or a day and a time, are two stretches that say the same. */
static gboolean
was_told (LiaisonQuickLine *self,
          guint             place)
{
  const LiaisonQuickStretch *stretch = self->understood->stretches->pdata[place];

  for (guint i = 0; stretch->meaning != LIAISON_QUICK_UNKNOWN && i < place; i++)
    {
      const LiaisonQuickStretch *other = self->understood->stretches->pdata[i];

      if (other->meaning == stretch->meaning && g_str_equal (other->value, stretch->value))
        return TRUE;
    }

  return FALSE;
}

/* The key that completes the last word, and to what. */
static void
show_completion (LiaisonQuickLine *self,
                 GString          *sentences)
{
  LiaisonSuggestion *meant = self->understood->completion->meant;
  const char *name = liaison_suggestion_get_name (meant);
  const char *detail = *liaison_suggestion_get_detail (meant) != '\0' ? liaison_suggestion_get_detail (meant) : NULL;
  /* Translators: the key, as it is printed on a keyboard; the name stands behind it that the key completes what is typed to */
  const char *key = C_("quick entry", "Tab");

  liaison_wrap_box_append (self->chips, chip_new (key, name, detail, "completion"));
  append_sentence (sentences, key, name, detail);
}

/* A screen reader has all of it as the description of the entry. */
static void
show_understood (LiaisonQuickLine *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) sentences = g_string_new (NULL);

  liaison_wrap_box_clear (self->chips);
  for (guint i = 0; i < self->understood->stretches->len; i++)
    {
      const LiaisonQuickStretch *stretch = self->understood->stretches->pdata[i];
      g_autofree char *value = dup_value (self, stretch);

      if (stretch->meaning == LIAISON_QUICK_JOIN || was_told (self, i))
        continue;
      if (stretch->meaning == LIAISON_QUICK_UNKNOWN)
        underline (attributes, stretch);
      liaison_wrap_box_append (self->chips, chip_new (get_meaning_label (stretch->meaning), value, get_tooltip (stretch),
                                                      stretch->meaning == LIAISON_QUICK_UNKNOWN ? "unknown" : NULL));
      append_sentence (sentences, get_meaning_label (stretch->meaning), value, get_tooltip (stretch));
    }
  if (self->understood->completion != NULL)
    show_completion (self, sentences);

  gtk_widget_set_visible (GTK_WIDGET (self->chips), sentences->len > 0);
  gtk_text_set_attributes (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))), attributes);
  liaison_describe (self->entry, sentences->str);
}

/* Whether a word was begun that has a completion, and it stands there now. */
static gboolean
complete (LiaisonQuickLine *self)
{
  const LiaisonQuickCompletion *completion = self->understood != NULL ? self->understood->completion : NULL;
  g_autofree char *text = NULL;

  if (completion == NULL)
    return FALSE;

  text = g_strdup_printf ("%.*s%s ", (int) completion->start, liaison_quick_line_get_text (self), completion->text);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);

  return TRUE;
}

/* What Tab does where there is nothing to complete. */
static void
complete_or_leave (LiaisonQuickLine *self)
{
  self->completes_when_understood = FALSE;
  if (!complete (self))
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
}

static void
finish (LiaisonQuickLine *self)
{
  self->done_when_understood = FALSE;
  g_signal_emit (self, signals[DONE], 0);
}

static void
parsed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonQuickLine) self = user_data;
  g_autoptr (GError) error = NULL;
  LiaisonQuickEntry *understood = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (liaison_error_is_cancelled (error))
    return;

  g_clear_object (&self->asking);
  /* Without it the form can still be filled; what is wrong with the store is told when it is saved. */
  if (understood == NULL)
    return;

  g_clear_pointer (&self->understood, liaison_quick_entry_free);
  self->understood = understood;
  show_understood (self);
  g_signal_emit (self, signals[UNDERSTOOD], 0, understood);
  if (self->done_when_understood)
    finish (self);
  else if (self->completes_when_understood)
    complete_or_leave (self);
}

static gboolean
is_named (LiaisonQuickLine *self,
          const char       *contact)
{
  for (guint i = 0; self->understood != NULL && i < self->understood->seats->len; i++)
    {
      const LiaisonQuickSeat *seat = self->understood->seats->pdata[i];

      if (g_str_equal (liaison_suggestion_get_uuid (seat->who), contact))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_ours_beside_line (LiaisonQuickLine *self)
{
  g_autoptr (GPtrArray) parts = liaison_draft_list_parts (liaison_form_context_get_draft (self->context), LIAISON_KIND_PARTICIPATION);

  for (guint i = 0; i < parts->len; i++)
    {
      if (liaison_record_get_integer (parts->pdata[i], LIAISON_PARTICIPATION_SIDE) == LIAISON_SIDE_OURS
          && !is_named (self, liaison_record_get_text (parts->pdata[i], LIAISON_PARTICIPATION_CONTACT)))
        return TRUE;
    }

  return FALSE;
}

static Line *
line_new (LiaisonQuickLine *self)
{
  Line *line = g_new (Line, 1);

  line->text = g_strdup (liaison_quick_line_get_text (self));
  line->has_ours = has_ours_beside_line (self);

  return line;
}

static void
changed_cb (LiaisonQuickLine *self)
{
  if (self->context == NULL)
    return;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  self->completes_when_understood = FALSE;
  liaison_store_run_async (liaison_form_context_get_store (self->context), LIAISON_QUEUE_PAGES, parse_job, line_new (self), line_free,
                           (GDestroyNotify) liaison_quick_entry_free, self->asking, parsed_cb, g_object_ref (self));
  g_signal_emit (self, signals[EDITED], 0);
}

static void
activated_cb (LiaisonQuickLine *self)
{
  if (self->asking != NULL)
    self->done_when_understood = TRUE;
  else
    finish (self);
}

/* Whether a word is being typed. */
static gboolean
is_at_end_of_word (LiaisonQuickLine *self)
{
  const char *text = liaison_quick_line_get_text (self);

  return gtk_editable_get_position (GTK_EDITABLE (self->entry)) == g_utf8_strlen (text, -1) && *text != '\0' && !g_str_has_suffix (text, " ");
}

static gboolean
key_pressed_cb (LiaisonQuickLine *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  if (keyval != GDK_KEY_Tab || (state & gtk_accelerator_get_default_mod_mask ()) != 0 || !is_at_end_of_word (self))
    return GDK_EVENT_PROPAGATE;

  if (self->asking == NULL)
    return complete (self);

  self->completes_when_understood = TRUE;

  return GDK_EVENT_STOP;
}

static gboolean
liaison_quick_line_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LIAISON_QUICK_LINE (widget)->entry);
}

static void
liaison_quick_line_dispose (GObject *object)
{
  LiaisonQuickLine *self = LIAISON_QUICK_LINE (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->context);
  g_clear_pointer (&self->understood, liaison_quick_entry_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LIAISON_TYPE_QUICK_LINE);

  G_OBJECT_CLASS (liaison_quick_line_parent_class)->dispose (object);
}

static void
liaison_quick_line_class_init (LiaisonQuickLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_quick_line_dispose;
  widget_class->focus = liaison_focus_order_move;
  widget_class->grab_focus = liaison_quick_line_grab_focus;

  signals[EDITED] = g_signal_new ("edited", LIAISON_TYPE_QUICK_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[UNDERSTOOD] = g_signal_new ("understood", LIAISON_TYPE_QUICK_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                      G_TYPE_POINTER);
  signals[DONE] = g_signal_new ("done", LIAISON_TYPE_QUICK_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LIAISON_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-quick-line.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonQuickLine, box);
  gtk_widget_class_bind_template_child (widget_class, LiaisonQuickLine, caption);
  gtk_widget_class_bind_template_child (widget_class, LiaisonQuickLine, entry);
  gtk_widget_class_bind_template_child (widget_class, LiaisonQuickLine, chips);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_set_css_name (widget_class, "quickline");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_quick_line_init (LiaisonQuickLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* GTK 4.8 would say the label after the name. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Quick entry"), -1);
}

void
liaison_quick_line_bind (LiaisonQuickLine   *self,
                         LiaisonFormContext *context)
{
  g_return_if_fail (LIAISON_IS_QUICK_LINE (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
}

void
liaison_quick_line_set_text (LiaisonQuickLine *self,
                             const char       *text)
{
  g_return_if_fail (LIAISON_IS_QUICK_LINE (self));
  g_return_if_fail (self->context == NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

const char *
liaison_quick_line_get_text (LiaisonQuickLine *self)
{
  g_return_val_if_fail (LIAISON_IS_QUICK_LINE (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}
