/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-lazy-list.h"

#include "liaison-list-answer-private.h"
#include "liaison-row-private.h"
#include "liaison-row-table-private.h"

/* What GTK makes widgets for, however long a list is: only the length up to there costs it anything. */
#define FIRST_IDS 210

/* How many rows fill a usual window, and by how many a list becomes longer or shorter from one frame to the next: their widgets take time to
 * make.  A higher window is full a frame later. */
#define WINDOW 24
#define STEP 20

/* Milliseconds. */
#define FRAME 16
#define WHILE 3000

struct _LiaisonLazyList
{
  GObject           parent_instance;
  LiaisonStore     *store;
  LiaisonEntity     entity;
  LiaisonQuery     *query;
  GArray           *sort;         /* LiaisonSortKey */
  int               group;        /* a LiaisonCountKey, or -1 */
  guint             n_several;    /* engagements in several groups */
  LiaisonRowTable  *table;
  GCancellable     *cancellable;  /* of the ids under way */
  guint             generation;   /* of the query: results of an earlier one are dropped */
  guint             start_source;
  guint             n_wanted;     /* how long the list will be */
  guint             length_source;
  gboolean          in_steps;     /* what is listed is new: the list gets as long as it will be step by step */
  gboolean          loading;
  gboolean          shows_again;  /* with the next ids, also what stays as it was */
  gboolean          outdated;     /* the store has changed while ids were under way */
  guint             records;
  guint             counted;
};

enum { PROP_STORE = 1, PROP_ENTITY, PROP_N_ITEMS, PROP_LOADING, PROP_RECORDS, PROP_COUNTED, N_PROPS };
enum { IDS_CHANGING, IDS_CHANGED, FAILED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonLazyList, liaison_lazy_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* A question to the thread of ids, and for which generation it was asked. */
typedef struct
{
  GWeakRef list;
  guint    generation;
} Question;

static void
set_loading (LiaisonLazyList *self,
             gboolean         loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
set_number (LiaisonLazyList *self,
            guint           *number,
            guint            value,
            int              property)
{
  if (*number == value)
    return;

  *number = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
fail (LiaisonLazyList *self,
      const GError    *error)
{
  /* Who cancels or closes knows. */
  if (liaison_error_is_cancelled (error) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    return;

  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
failed_cb (gpointer      user_data,
           const GError *error)
{
  fail (user_data, error);
}

/* How long a list is that will be longer or shorter: what fills a window is there at once, and what has no widgets comes and goes. */
static guint
find_first_length (guint from,
                   guint to)
{
  if (from >= FIRST_IDS && to >= FIRST_IDS)
    return to;

  return from < to ? MIN (MAX (from, WINDOW), to) : MIN (from, FIRST_IDS);
}

static guint
find_next_length (guint from,
                  guint to)
{
  if (from < to)
    return from + STEP < FIRST_IDS ? MIN (from + STEP, to) : to;

  return from > to + STEP ? MIN (from - STEP, MAX (to, FIRST_IDS)) : to;
}

static void
tell_length (LiaisonLazyList *self,
             guint            before)
{
  guint now = liaison_row_table_get_n_items (self->table);

  if (now > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, now - before);
  else if (now < before)
    g_list_model_items_changed (G_LIST_MODEL (self), now, before - now, 0);
  if (now != before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void change_length_after (LiaisonLazyList *self, guint interval);

static gboolean
length_cb (gpointer data)
{
  g_autoptr (LiaisonLazyList) self = g_object_ref (data);
  guint before = liaison_row_table_get_n_items (self->table);

  self->length_source = 0;
  liaison_row_table_set_n_items (self->table, find_next_length (before, self->n_wanted));
  if (liaison_row_table_get_n_items (self->table) != self->n_wanted)
    change_length_after (self, FRAME);
  tell_length (self, before);

  return G_SOURCE_REMOVE;
}

static void
change_length_after (LiaisonLazyList *self,
                     guint            interval)
{
  g_clear_handle_id (&self->length_source, g_source_remove);
  self->length_source = g_timeout_add (interval, length_cb, self);
}

/* Returns: how long the list is for now */
static guint
begin_length (LiaisonLazyList *self,
              guint            n_items)
{
  guint before = liaison_row_table_get_n_items (self->table);
  guint next = n_items;

  self->n_wanted = n_items;
  /* Of a list that is empty nothing is seen, and whoever typed too much soon wants its rows again. */
  if (self->in_steps)
    next = n_items > 0 ? find_first_length (before, n_items) : before;
  if (next != n_items)
    change_length_after (self, n_items > 0 ? FRAME : WHILE);

  return next;
}

/* The objects of the rows stay: a list of a million rows that are all said to be new takes GTK more than a second. */
static void
swap_ids (LiaisonLazyList *self,
          GArray          *ids,
          GPtrArray       *heads,
          guint            n_items)
{
  guint before = liaison_row_table_get_n_items (self->table);
  g_autoptr (GPtrArray) changed = NULL;

  g_signal_emit (self, signals[IDS_CHANGING], 0);
  changed = liaison_row_table_swap (self->table, ids, heads, begin_length (self, n_items), self->shows_again);
  self->shows_again = FALSE;
  tell_length (self, before);
  for (guint i = 0; i < changed->len; i++)
    liaison_row_tell (g_ptr_array_index (changed, i));
  g_signal_emit (self, signals[IDS_CHANGED], 0);
}

static void start (LiaisonLazyList *self, gboolean first_page);

static Question *
question_new (LiaisonLazyList *self)
{
  Question *question = g_new0 (Question, 1);

  g_weak_ref_init (&question->list, self);
  question->generation = self->generation;

  return question;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_weak_ref_clear (&question->list);
  g_free (question);
}

/* Returns: (transfer full) (nullable): the list, where it still wants to know */
static LiaisonLazyList *
dup_asker (Question *question)
{
  g_autoptr (LiaisonLazyList) list = g_weak_ref_get (&question->list);

  return list != NULL && list->generation == question->generation ? g_steal_pointer (&list) : NULL;
}

static void
got_first_ids_cb (GArray   *ids,
                  gpointer  question)
{
  g_autoptr (LiaisonLazyList) self = dup_asker (question);

  /* How long the list is remains to be seen: until then it stays as long as it was, so that nothing jumps. */
  if (self != NULL)
    swap_ids (self, ids, NULL, MAX (liaison_row_table_get_n_items (self->table), ids->len));
}

/* What the rows of the heads show. */
static GPtrArray *
make_heads (const GPtrArray *groups)
{
  GPtrArray *heads = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_row_data_unref);

  for (guint i = 0; i < groups->len; i++)
    {
      const LiaisonListGroup *group = g_ptr_array_index (groups, i);
      const LiaisonRowData model = { .id = -(gint32) i - 1, .records = group->records, .counted = group->counted };
      g_auto (LiaisonRowTexts) texts = { { NULL } };

      texts.texts[0] = g_strdup (group->label);
      g_ptr_array_add (heads, liaison_row_data_new (&model, "", &texts));
    }

  return heads;
}

static void
take_answer (LiaisonLazyList   *self,
             LiaisonListAnswer *answer)
{
  g_autoptr (GPtrArray) heads = answer->groups != NULL ? make_heads (answer->groups->groups) : NULL;
  gboolean is_tallied = self->entity == LIAISON_ENTITY_ENGAGEMENTS;
  guint generation = self->generation;

  self->n_several = answer->groups != NULL ? answer->groups->n_several : 0;
  swap_ids (self, answer->ids, heads, answer->ids->len);
  /* Whoever was told may have asked for something else. */
  if (self->generation != generation)
    return;

  self->in_steps = FALSE;
  set_number (self, &self->records, is_tallied ? answer->tally.records : answer->ids->len, PROP_RECORDS);
  set_number (self, &self->counted, answer->tally.counted, PROP_COUNTED);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Question *question = data;
  g_autoptr (LiaisonLazyList) self = dup_asker (question);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonListAnswer) answer = liaison_store_run_finish (LIAISON_STORE (source), result, &error);
  guint generation = question->generation;

  question_free (question);
  if (self == NULL)
    return;

  if (answer != NULL)
    take_answer (self, answer);

  /* Whoever was told may have asked for something else. */
  if (self->generation != generation)
    return;

  if (answer != NULL && self->outdated)
    start (self, FALSE);
  else
    set_loading (self, FALSE);
  if (error != NULL)
    {
      /* The list stays what it was, which it may not have become yet. */
      if (liaison_row_table_get_n_items (self->table) != self->n_wanted)
        change_length_after (self, FRAME);
      fail (self, error);
    }
}

/* What is under way is for nobody any more. */
static void
drop_questions (LiaisonLazyList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->generation++;
  self->outdated = FALSE;
}

static void
start (LiaisonLazyList *self,
       gboolean         first_page)
{
  LiaisonListRequest *request;

  drop_questions (self);
  set_loading (self, TRUE);

  request = liaison_list_request_new (self->query, self->entity, self->sort, self->group);
  if (first_page)
    liaison_list_request_set_first (request, FIRST_IDS, got_first_ids_cb, question_new (self), question_free);
  liaison_store_run_async (self->store, LIAISON_QUEUE_IDS, liaison_list_answer_job, request, (GDestroyNotify) liaison_list_request_free,
                           (GDestroyNotify) liaison_list_answer_free, self->cancellable, answered_cb, question_new (self));
}

/* How long the list becomes is for the answer to say: it does not go on to what the last one said. */
static void
start_anew (LiaisonLazyList *self)
{
  g_clear_handle_id (&self->length_source, g_source_remove);
  start (self, TRUE);
}

static gboolean
start_cb (gpointer data)
{
  LiaisonLazyList *self = data;

  self->start_source = 0;
  start_anew (self);

  return G_SOURCE_REMOVE;
}

/* An order and a grouping often come together. */
static void
start_soon (LiaisonLazyList *self)
{
  drop_questions (self);
  set_loading (self, TRUE);
  if (self->start_source == 0)
    self->start_source = g_idle_add_full (G_PRIORITY_DEFAULT, start_cb, self, NULL);
}

static guint
liaison_lazy_list_get_n_items (GListModel *model)
{
  LiaisonLazyList *self = LIAISON_LAZY_LIST (model);

  return liaison_row_table_get_n_items (self->table);
}

static GType
liaison_lazy_list_get_item_type (GListModel *model)
{
  return LIAISON_TYPE_ROW;
}

static gpointer
liaison_lazy_list_get_item (GListModel *model,
                            guint       position)
{
  LiaisonLazyList *self = LIAISON_LAZY_LIST (model);

  return liaison_row_table_get_row (self->table, position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = liaison_lazy_list_get_item_type;
  iface->get_n_items = liaison_lazy_list_get_n_items;
  iface->get_item = liaison_lazy_list_get_item;
}

static void
liaison_lazy_list_constructed (GObject *object)
{
  LiaisonLazyList *self = LIAISON_LAZY_LIST (object);

  G_OBJECT_CLASS (liaison_lazy_list_parent_class)->constructed (object);

  self->table = liaison_row_table_new (self->store, self->entity, failed_cb, self);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (liaison_lazy_list_reload), self, G_CONNECT_SWAPPED);
  self->in_steps = TRUE;
  start_soon (self);
}

static void
liaison_lazy_list_dispose (GObject *object)
{
  LiaisonLazyList *self = LIAISON_LAZY_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->start_source, g_source_remove);
  g_clear_handle_id (&self->length_source, g_source_remove);
  g_clear_pointer (&self->table, liaison_row_table_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (liaison_lazy_list_parent_class)->dispose (object);
}

static void
liaison_lazy_list_finalize (GObject *object)
{
  LiaisonLazyList *self = LIAISON_LAZY_LIST (object);

  g_array_unref (self->sort);
  liaison_query_unref (self->query);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (liaison_lazy_list_parent_class)->finalize (object);
}

static void
liaison_lazy_list_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  LiaisonLazyList *self = LIAISON_LAZY_LIST (object);

  switch (id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;

    case PROP_ENTITY:
      g_value_set_int (value, self->entity);
      break;

    case PROP_N_ITEMS:
      g_value_set_uint (value, g_list_model_get_n_items (G_LIST_MODEL (self)));
      break;

    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;

    case PROP_RECORDS:
      g_value_set_uint (value, self->records);
      break;

    case PROP_COUNTED:
      g_value_set_uint (value, self->counted);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_lazy_list_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LiaisonLazyList *self = LIAISON_LAZY_LIST (object);

  switch (id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_ENTITY:
      self->entity = g_value_get_int (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static GParamSpec *
number_property (const char *name)
{
  return g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
liaison_lazy_list_class_init (LiaisonLazyListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = liaison_lazy_list_constructed;
  object_class->dispose = liaison_lazy_list_dispose;
  object_class->finalize = liaison_lazy_list_finalize;
  object_class->get_property = liaison_lazy_list_get_property;
  object_class->set_property = liaison_lazy_list_set_property;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, LIAISON_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ENTITY] = g_param_spec_int ("entity", NULL, NULL, LIAISON_ENTITY_ENGAGEMENTS, LIAISON_ENTITY_ORGANISATIONS,
                                              LIAISON_ENTITY_ENGAGEMENTS,
                                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ITEMS] = number_property ("n-items");
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_RECORDS] = number_property ("records");
  properties[PROP_COUNTED] = number_property ("counted");
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[IDS_CHANGING] = g_signal_new ("ids-changing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[IDS_CHANGED] = g_signal_new ("ids-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
liaison_lazy_list_init (LiaisonLazyList *self)
{
  self->query = liaison_query_parse (NULL);
  self->group = -1;
  self->sort = g_array_new (FALSE, FALSE, sizeof (LiaisonSortKey));
  self->cancellable = g_cancellable_new ();
}

LiaisonLazyList *
liaison_lazy_list_new (LiaisonStore  *store,
                       LiaisonEntity  entity)
{
  g_return_val_if_fail (LIAISON_IS_STORE (store), NULL);

  return g_object_new (LIAISON_TYPE_LAZY_LIST, "store", store, "entity", (int) entity, NULL);
}

LiaisonEntity
liaison_lazy_list_get_entity (LiaisonLazyList *self)
{
  g_return_val_if_fail (LIAISON_IS_LAZY_LIST (self), 0);

  return self->entity;
}

void
liaison_lazy_list_set_query (LiaisonLazyList *self,
                             LiaisonQuery    *query)
{
  g_return_if_fail (LIAISON_IS_LAZY_LIST (self));
  g_return_if_fail (query != NULL);

  if (g_str_equal (liaison_query_get_text (query), liaison_query_get_text (self->query)))
    return;

  liaison_query_unref (self->query);
  self->query = liaison_query_ref (query);
  self->in_steps = TRUE;
  /* Whoever types waits for this. */
  if (self->start_source == 0)
    start_anew (self);
}

LiaisonQuery *
liaison_lazy_list_get_query (LiaisonLazyList *self)
{
  g_return_val_if_fail (LIAISON_IS_LAZY_LIST (self), NULL);

  return self->query;
}

void
liaison_lazy_list_set_sort (LiaisonLazyList      *self,
                            const LiaisonSortKey *sort,
                            guint                 n_sort)
{
  g_return_if_fail (LIAISON_IS_LAZY_LIST (self));

  g_array_set_size (self->sort, 0);
  if (n_sort > 0)
    g_array_append_vals (self->sort, sort, n_sort);
  start_soon (self);
}

void
liaison_lazy_list_set_group (LiaisonLazyList *self,
                             int              group)
{
  g_return_if_fail (LIAISON_IS_LAZY_LIST (self));
  g_return_if_fail (group < 0 || self->entity == LIAISON_ENTITY_ENGAGEMENTS);

  if (group == self->group)
    return;

  self->group = group;
  start_soon (self);
}

int
liaison_lazy_list_get_group (LiaisonLazyList *self)
{
  g_return_val_if_fail (LIAISON_IS_LAZY_LIST (self), -1);

  return self->group;
}

guint
liaison_lazy_list_get_n_several (LiaisonLazyList *self)
{
  g_return_val_if_fail (LIAISON_IS_LAZY_LIST (self), 0);

  return self->n_several;
}

void
liaison_lazy_list_set_in_view (LiaisonLazyList *self,
                               guint            first,
                               guint            n)
{
  g_return_if_fail (LIAISON_IS_LAZY_LIST (self));

  liaison_row_table_set_in_view (self->table, first, n);
}

void
liaison_lazy_list_show_again (LiaisonLazyList *self)
{
  g_return_if_fail (LIAISON_IS_LAZY_LIST (self));

  self->shows_again = TRUE;
}

void
liaison_lazy_list_reload (LiaisonLazyList *self)
{
  g_return_if_fail (LIAISON_IS_LAZY_LIST (self));

  /* What stands in the rows may have changed, which is soon told, and which records there are, which takes longer. */
  liaison_row_table_age (self->table);

  if (self->start_source != 0)
    return;

  if (self->loading)
    self->outdated = TRUE;
  else
    start (self, FALSE);
}

guint
liaison_lazy_list_find (LiaisonLazyList *self,
                        gint32           id)
{
  g_return_val_if_fail (LIAISON_IS_LAZY_LIST (self), G_MAXUINT);

  return liaison_row_table_find (self->table, id);
}

const gint32 *
liaison_lazy_list_get_ids (LiaisonLazyList *self,
                           guint           *n_ids)
{
  g_return_val_if_fail (LIAISON_IS_LAZY_LIST (self), NULL);
  g_return_val_if_fail (n_ids != NULL, NULL);

  return liaison_row_table_get_ids (self->table, n_ids);
}

gint32
liaison_lazy_list_get_id (LiaisonLazyList *self,
                          guint            position)
{
  g_return_val_if_fail (LIAISON_IS_LAZY_LIST (self), 0);

  return liaison_row_table_get_id (self->table, position);
}

gboolean
liaison_lazy_list_get_loading (LiaisonLazyList *self)
{
  g_return_val_if_fail (LIAISON_IS_LAZY_LIST (self), FALSE);

  return self->loading;
}

guint
liaison_lazy_list_get_records (LiaisonLazyList *self)
{
  g_return_val_if_fail (LIAISON_IS_LAZY_LIST (self), 0);

  return self->records;
}

guint
liaison_lazy_list_get_counted (LiaisonLazyList *self)
{
  g_return_val_if_fail (LIAISON_IS_LAZY_LIST (self), 0);

  return self->counted;
}
