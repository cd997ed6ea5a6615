/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-appearance.h"

#include <gtk/gtk.h>

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"
#define NAMESPACE "org.freedesktop.appearance"

/* The values of "color-scheme", as the portal's documentation numbers them. */
enum { SCHEME_NO_PREFERENCE, SCHEME_PREFER_DARK, SCHEME_PREFER_LIGHT };

struct _LiaisonAppearance
{
  GObject          parent_instance;

  GDBusConnection *connection;
  GCancellable    *cancellable;
  guint            subscription;
};

G_DEFINE_FINAL_TYPE (LiaisonAppearance, liaison_appearance, G_TYPE_OBJECT)

static void
apply_scheme (GtkSettings *settings,
              guint32      scheme)
{
  if (scheme == SCHEME_NO_PREFERENCE)
    gtk_settings_reset_property (settings, "gtk-application-prefer-dark-theme");
  else
    g_object_set (settings, "gtk-application-prefer-dark-theme", scheme == SCHEME_PREFER_DARK, NULL);
}

static void
apply_contrast (GtkSettings *settings,
                guint32      higher)
{
  if (higher == 1)
    g_object_set (settings, "gtk-theme-name", "HighContrast", NULL);
  else
    gtk_settings_reset_property (settings, "gtk-theme-name");
}

static void
apply_motion (GtkSettings *settings,
              guint32      reduced)
{
  if (reduced == 1)
    g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  else
    gtk_settings_reset_property (settings, "gtk-enable-animations");
}

static const struct
{
  const char *key;
  void (*apply) (GtkSettings *settings, guint32 value);
} preferences[] = {
  { "color-scheme", apply_scheme },
  { "contrast", apply_contrast },
  { "reduced-motion", apply_motion },
};

static void
apply_value (const char *key,
             GVariant   *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (preferences); i++)
    if (g_str_equal (preferences[i].key, key) && g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
      preferences[i].apply (gtk_settings_get_default (), g_variant_get_uint32 (value));
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);
  g_autoptr (GVariantIter) keys = NULL;
  const char *namespace;
  const char *key;
  GVariantIter *values;
  GVariant *value;

  /* Not every desktop has the portal, and not every portal the keys. */
  if (answer == NULL)
    return;
  g_variant_get (answer, "(a{sa{sv}})", &keys);
  while (g_variant_iter_next (keys, "{&sa{sv}}", &namespace, &values))
    {
      while (g_variant_iter_next (values, "{&sv}", &key, &value))
        {
          if (g_str_equal (namespace, NAMESPACE))
            apply_value (key, value);
          g_variant_unref (value);
        }
      g_variant_iter_free (values);
    }
}

static void
setting_changed_cb (GDBusConnection *connection,
                    const char      *sender,
                    const char      *path,
                    const char      *interface,
                    const char      *signal,
                    GVariant        *parameters,
                    gpointer         user_data)
{
  const char *namespace;
  const char *key;
  g_autoptr (GVariant) value = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (parameters, "(&s&sv)", &namespace, &key, &value);
  if (g_str_equal (namespace, NAMESPACE))
    apply_value (key, value);
}

static void
liaison_appearance_dispose (GObject *object)
{
  LiaisonAppearance *self = LIAISON_APPEARANCE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->connection, self->subscription);
  self->subscription = 0;
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (liaison_appearance_parent_class)->dispose (object);
}

static void
liaison_appearance_finalize (GObject *object)
{
  LiaisonAppearance *self = LIAISON_APPEARANCE (object);

  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (liaison_appearance_parent_class)->finalize (object);
}

static void
liaison_appearance_class_init (LiaisonAppearanceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = liaison_appearance_dispose;
  object_class->finalize = liaison_appearance_finalize;
}

static void
liaison_appearance_init (LiaisonAppearance *self)
{
  self->cancellable = g_cancellable_new ();
}

LiaisonAppearance *
liaison_appearance_new (GDBusConnection *connection)
{
  LiaisonAppearance *self = g_object_new (LIAISON_TYPE_APPEARANCE, NULL);

  if (connection == NULL)
    return self;

  self->connection = g_object_ref (connection);
  self->subscription = g_dbus_connection_signal_subscribe (connection, PORTAL_NAME, PORTAL_INTERFACE, "SettingChanged",
                                                           PORTAL_PATH, NAMESPACE, G_DBUS_SIGNAL_FLAGS_NONE,
                                                           setting_changed_cb, NULL, NULL);
  g_dbus_connection_call (connection, PORTAL_NAME, PORTAL_PATH, PORTAL_INTERFACE, "ReadAll",
                          g_variant_new ("(^as)", (const char *const[]) { NAMESPACE, NULL }), G_VARIANT_TYPE ("(a{sa{sv}})"),
                          G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable, read_cb, NULL);
  return self;
}
