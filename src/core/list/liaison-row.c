/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-row-private.h"

struct _LiaisonRow
{
  GObject                parent_instance;
  const LiaisonRowHooks *hooks;
  gpointer               owner;    /* NULL once it has gone */
  LiaisonRowData        *data;     /* NULL until it is loaded */
  guint                  position;
  gint32                 id;
  gboolean               wanted;
  guint                  untold;   /* properties that have changed, a bit each */
};

enum { PROP_ID = 1, PROP_LOADED, PROP_UUID, PROP_FORM, PROP_STATUS, PROP_EVIDENCE, PROP_SENSITIVITY, PROP_SIDE, N_PROPS };
enum { CHANGED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonRow, liaison_row, G_TYPE_OBJECT)

/* What a row shows that is not loaded. */
#define NO_TEXTS { "", "", "", "", "", "", "", "", "", "", "", "", "", "" }
static const LiaisonRowData nothing = { .uuid = "", .texts = NO_TEXTS, .wholes = NO_TEXTS, .terms = NO_TEXTS };
G_STATIC_ASSERT (LIAISON_ROW_MOST_COLUMNS == 14);

/* Whoever reads a row wants it loaded: of a million rows only those are that somebody looks at. */
static const LiaisonRowData *
read_data (LiaisonRow *self)
{
  if (!self->wanted)
    {
      self->wanted = TRUE;
      if (self->owner != NULL)
        self->hooks->want (self->owner, self);
    }

  return self->data != NULL ? self->data : &nothing;
}

static void
liaison_row_finalize (GObject *object)
{
  LiaisonRow *self = LIAISON_ROW (object);

  if (self->owner != NULL)
    self->hooks->gone (self->owner, self);
  g_clear_pointer (&self->data, liaison_row_data_unref);

  G_OBJECT_CLASS (liaison_row_parent_class)->finalize (object);
}

static void
liaison_row_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  LiaisonRow *self = LIAISON_ROW (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_int (value, self->id);
      break;

    case PROP_LOADED:
      g_value_set_boolean (value, liaison_row_is_loaded (self));
      break;

    case PROP_UUID:
      g_value_set_string (value, liaison_row_get_uuid (self));
      break;

    case PROP_FORM:
      g_value_set_int (value, liaison_row_get_form (self));
      break;

    case PROP_STATUS:
      g_value_set_int (value, liaison_row_get_status (self));
      break;

    case PROP_EVIDENCE:
      g_value_set_int (value, liaison_row_get_evidence (self));
      break;

    case PROP_SENSITIVITY:
      g_value_set_int (value, liaison_row_get_sensitivity (self));
      break;

    case PROP_SIDE:
      g_value_set_int (value, liaison_row_get_side (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static GParamSpec *
integer_property (const char *name)
{
  return g_param_spec_int (name, NULL, NULL, G_MININT, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
liaison_row_class_init (LiaisonRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = liaison_row_finalize;
  object_class->get_property = liaison_row_get_property;

  properties[PROP_ID] = integer_property ("id");
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_UUID] = g_param_spec_string ("uuid", NULL, NULL, "",
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FORM] = integer_property ("form");
  properties[PROP_STATUS] = integer_property ("status");
  properties[PROP_EVIDENCE] = integer_property ("evidence");
  properties[PROP_SENSITIVITY] = integer_property ("sensitivity");
  properties[PROP_SIDE] = integer_property ("side");
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
liaison_row_init (LiaisonRow *self)
{
}

LiaisonRow *
liaison_row_new (const LiaisonRowHooks *hooks,
                 gpointer               owner,
                 guint                  position,
                 gint32                 id)
{
  LiaisonRow *self = g_object_new (LIAISON_TYPE_ROW, NULL);

  self->hooks = hooks;
  self->owner = owner;
  self->position = position;
  self->id = id;

  return self;
}

void
liaison_row_detach (LiaisonRow *self)
{
  self->owner = NULL;
  liaison_row_set_record (self, 0, NULL);
}

guint
liaison_row_get_position (LiaisonRow *self)
{
  return self->position;
}

gboolean
liaison_row_is_wanted (LiaisonRow *self)
{
  return self->wanted;
}

static guint
compare (const LiaisonRowData *old,
         const LiaisonRowData *new)
{
  return (g_strcmp0 (old->uuid, new->uuid) != 0) << PROP_UUID
    | (old->form != new->form) << PROP_FORM
    | (old->status != new->status) << PROP_STATUS
    | (old->evidence != new->evidence) << PROP_EVIDENCE
    | (old->sensitivity != new->sensitivity) << PROP_SENSITIVITY
    | (old->side != new->side) << PROP_SIDE;
}

gboolean
liaison_row_set_record (LiaisonRow     *self,
                        gint32          id,
                        LiaisonRowData *data)
{
  g_autoptr (LiaisonRowData) old = g_steal_pointer (&self->data);
  gboolean same = self->id == id && (old == data || (old != NULL && data != NULL && liaison_row_data_equal (old, data)));

  self->untold |= compare (old != NULL ? old : &nothing, data != NULL ? data : &nothing)
    | (self->id != id) << PROP_ID
    | ((old == NULL) != (data == NULL)) << PROP_LOADED;
  self->id = id;
  self->data = data != NULL ? liaison_row_data_ref (data) : NULL;

  return !same;
}

void
liaison_row_tell (LiaisonRow *self)
{
  guint untold = self->untold;

  self->untold = 0;
  for (int i = PROP_ID; i < N_PROPS; i++)
    {
      if (untold & 1u << i)
        g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
    }

  g_signal_emit (self, signals[CHANGED], 0);
}

gint32
liaison_row_get_id (LiaisonRow *self)
{
  g_return_val_if_fail (LIAISON_IS_ROW (self), 0);

  return self->id;
}

const char *
liaison_row_get_group (LiaisonRow *self,
                       guint      *records,
                       guint      *counted)
{
  const LiaisonRowData *data;

  g_return_val_if_fail (LIAISON_IS_ROW (self), NULL);

  if (self->id >= 0)
    return NULL;

  data = read_data (self);
  if (records != NULL)
    *records = data->records;
  if (counted != NULL)
    *counted = data->counted;

  return data->texts[0];
}

gboolean
liaison_row_is_loaded (LiaisonRow *self)
{
  g_return_val_if_fail (LIAISON_IS_ROW (self), FALSE);

  return read_data (self) != &nothing;
}

const char *
liaison_row_get_uuid (LiaisonRow *self)
{
  g_return_val_if_fail (LIAISON_IS_ROW (self), "");

  return read_data (self)->uuid;
}

const char *
liaison_row_get_text (LiaisonRow *self,
                      int         column)
{
  g_return_val_if_fail (LIAISON_IS_ROW (self), "");
  g_return_val_if_fail (column >= 0 && column < LIAISON_ROW_MOST_COLUMNS, "");

  return read_data (self)->texts[column];
}

const char *
liaison_row_get_whole (LiaisonRow *self,
                       int         column)
{
  const LiaisonRowData *data;

  g_return_val_if_fail (LIAISON_IS_ROW (self), "");
  g_return_val_if_fail (column >= 0 && column < LIAISON_ROW_MOST_COLUMNS, "");

  data = read_data (self);

  return *data->wholes[column] ? data->wholes[column] : data->texts[column];
}

const char *
liaison_row_get_term (LiaisonRow *self,
                      int         column)
{
  g_return_val_if_fail (LIAISON_IS_ROW (self), "");
  g_return_val_if_fail (column >= 0 && column < LIAISON_ROW_MOST_COLUMNS, "");

  return read_data (self)->terms[column];
}

int
liaison_row_get_form (LiaisonRow *self)
{
  g_return_val_if_fail (LIAISON_IS_ROW (self), 0);

  return read_data (self)->form;
}

int
liaison_row_get_status (LiaisonRow *self)
{
  g_return_val_if_fail (LIAISON_IS_ROW (self), 0);

  return read_data (self)->status;
}

int
liaison_row_get_evidence (LiaisonRow *self)
{
  g_return_val_if_fail (LIAISON_IS_ROW (self), 0);

  return read_data (self)->evidence;
}

int
liaison_row_get_sensitivity (LiaisonRow *self)
{
  g_return_val_if_fail (LIAISON_IS_ROW (self), 0);

  return read_data (self)->sensitivity;
}

int
liaison_row_get_side (LiaisonRow *self)
{
  g_return_val_if_fail (LIAISON_IS_ROW (self), 0);

  return read_data (self)->side;
}
