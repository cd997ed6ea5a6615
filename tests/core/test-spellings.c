/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include "liaison-query.h"

/*
 * Real people, most of them of the sample and of the Historian's lists of visits, as they are on record, and as people write them elsewhere:
 * in their own script, as other languages transcribe them, with and without the marks.  The last ones stand for letters that none of these has.
 */
static const struct
{
  const char *name;
  const char *spelling;
} spellings[] = {
  { "Volodymyr Zelenskyy", "Zelensky" },
  { "Volodymyr Zelenskyy", "Zelenskiy" },
  { "Volodymyr Zelenskyy", "Selenskyj" },
  { "Volodymyr Zelenskyy", "Zełenski" },
  { "Volodymyr Zelenskyy", "Зеленський" },
  { "Volodymyr Zelenskyy", "Зеленский" },
  { "Volodymyr Zelenskyy", "Wolodymyr Selenskyj" },
  { "Volodymyr Zelenskyy", "Володимир Зеленський" },
  { "Dmytro Kuleba", "Кулеба" },
  { "Dmytro Kuleba", "Дмитро Кулеба" },
  { "Andriy Yermak", "Jermak" },
  { "Andriy Yermak", "Андрій Єрмак" },
  { "Andriy Yermak", "Andrij Jermak" },
  { "Oleksii Reznikov", "Oleksiy Reznikow" },
  { "Oleksii Reznikov", "Олексій Резніков" },
  { "Olha Stefanishyna", "Olga Stefanischyna" },
  { "Olha Stefanishyna", "Ольга Стефанішина" },
  { "Valerii Zaluzhnyi", "Zaluzhny" },
  { "Valerii Zaluzhnyi", "Валерій Залужний" },
  { "Sergey Lavrov", "Lawrow" },
  { "Sergey Lavrov", "Сергей Лавров" },
  { "Sergei Shoigu", "Schoigu" },
  { "Sergei Shoigu", "Шойгу" },
  { "Sergey Ryabkov", "Rjabkow" },
  { "Sergey Ryabkov", "Рябков" },
  { "Alexander Lukashevich", "Lukaschewitsch" },
  { "Alexander Lukashevich", "Лукашевич" },
  { "Alexander Grushko", "Gruschko" },
  { "Yuri Ushakov", "Juri Uschakow" },
  { "Yuri Ushakov", "Юрий Ушаков" },
  { "Valery Gerasimov", "Герасимов" },
  { "Vladimir Putin", "Wladimir Putin" },
  { "Vladimir Putin", "Владимир Путин" },
  { "Paweł Soloch", "Pawel" },
  { "Radosław Sikorski", "RADOSLAW SIKORSKI" },
  { "Andrej Babiš", "Babis" },
  { "Jan Lipavský", "Lipavsky" },
  { "Edgars Rinkēvičs", "Rinkevics" },
  { "Krišjānis Kariņš", "Krisjanis Karins" },
  { "Gitanas Nausėda", "Nauseda" },
  { "Ingrida Šimonytė", "simonyte" },
  { "János Áder", "Janos Ader" },
  { "Klaus Iohannis", "Johannis" },
  { "Mircea Geoană", "geoana" },
  { "Aleksandar Vucic", "Вучић" },
  { "Aleksandar Vucic", "Vučić" },
  { "Nikos Dendias", "Δένδιας" },
  { "Mevlüt Çavuşoğlu", "Mevlut Cavusoglu" },
  { "Recep Tayyip Erdogan", "Erdoğan" },
  { "İbrahim Kalın", "ibrahim kalin" },
  { "İbrahim Kalın", "IBRAHIM KALIN" },
  { "Sauli Niinistö", "Niinistoe" },
  { "Stefan Löfven", "Loefven" },
  { "Jonas Gahr Støre", "Stoere" },
  { "Jonas Gahr Støre", "Store" },
  { "Þórdís Kolbrún R. Gylfadóttir", "Thordis Gylfadottir" },
  { "Mélanie Joly", "melanie" },
  { "Nguyen Xuan Phuc", "Nguyễn Xuân Phúc" },
  { "Mikhail S. Gorbachev", "Горбачёв" },
  { "Khrushchev", "Хрущёв" },
  { "Boris N. Yeltsin", "Ельцин" },
  { "Leonid I. Brezhnev", "Брежнев" },
  { "Mikhail S. Gorbachev", "Gorbatschow" },
  { "Mikhail S. Gorbachev", "Gorbatscho" },
  { "Mikhail S. Gorbachev", "Gorbaczow" },
  { "Mikhail S. Gorbachev", "Gorbatchev" },
  { "Mikhail S. Gorbachev", "Mihail" },
  { "Khrushchev", "Chruschtschow" },
  { "Khrushchev", "Chru" },
  { "Khrushchev", "Chruszczow" },
  { "Khrushchev", "Хрущов" },
  { "Boris N. Yeltsin", "Jelzin" },
  { "Boris N. Yeltsin", "Jelz" },
  { "Boris N. Yeltsin", "Jelcyn" },
  { "Leonid I. Brezhnev", "Breschnew" },
  { "Leonid I. Brezhnev", "Bresch" },
  { "Leonid I. Brezhnev", "Брежнєв" },
  { "Eduard A. Shevardnadze", "Schewardnadse" },
  { "Eduard A. Shevardnadze", "Szewardnadze" },
  { "Eduard A. Shevardnadze", "Шеварднадзе" },
  { "Georgy Zhukov", "Schukow" },
  { "Georgy Zhukov", "Schuk" },
  { "Vladimir Zhirinovsky", "Schirinowski" },
  { "Zhelyu Zhelev", "Schelew" },
  { "Aleksei N. Kosygin", "Kossygin" },
  { "Boyko Borissov", "Борисов" },
  { "Benjamin Netanyahu", "Нетаньяху" },
  { "Benjamin Netanyahu", "Netanjahu" },
  { "Rinat Akhmetov", "Ahmetov" },
  { "Emomali Rahmon", "Рахмон" },
  { "Gurbanguly Berdimuhamedow", "Бердымухамедов" },
  { "Lukashenka", "Lukaschenko" },
  { "Lukashenka", "Лукашенко" },
  { "Lukashenka", "Łukaszenka" },
  { "Petro Porochenko", "Порошенко" },
  { "Petro Poroshenko", "Porochenko" },
  { "Viktor Yanukovych", "Janukowycz" },
  { "Oleksandr Turchynov", "Турчинов" },
  { "Askar Akaev", "Akayev" },
  { "Almazbek Atambaev", "Атамбаев" },
  { "Olaf Scholz", "Шольц" },
  { "Dmitriy Medvedev", "Medwedew" },
  { "Dmitriy Medvedev", "Медведєв" },
  { "Petro Poroshenko", "Poroschenko" },
  { "Viktor Yushchenko", "Juschtschenko" },
  { "Leonid Kuchma", "Kutschma" },
  { "Mikheil Saakashvili", "Saakaschwili" },
  { "Lech Walesa", "Wałęsa" },
  { "Lech Kaczynski", "Kaczyński" },
  { "Nicolae Ceausescu", "Ceaușescu" },
  { "Gerhard Schroeder", "Schröder" },
  { "Andreas Papandreou", "Παπανδρέου" },
  { "Kyriakos Mitsotakis", "Μητσοτάκης" },
  { "Heiko Müller", "Mueller" },
  { "Heiko Mueller", "Müller" },
  { "Paweł Żurawski", "Zurawski" },
  { "Pawel Zurawski", "Żurawski" },
  { "Anna Weiß", "Weiss" },
  { "Anna Weiss", "Weiß" },
  { "Milo Đukanović", "Dukanovic" },
  { "Anders Hækkerup", "Haekkerup" },
  { "Anders Haekkerup", "Hækkerup" },
};

/* Everybody is a contact and took part in an engagement of its own: where both have the number of the line. */
static void
put_people (LiaisonDb *db)
{
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      db_fixture_put (db, LIAISON_KIND_CONTACT, i, "name", spellings[i].name, "side", "theirs", NULL);
      db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, i, "title", "Call", "start", "2021-12-09", "precision", "day", "form", "phone-call",
                      "status", "held", NULL);
      db_fixture_put (db, LIAISON_KIND_PARTICIPATION, i, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, i),
                      "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, i), "side", "theirs", NULL);
    }
}

static void
assert_finds (LiaisonDb     *db,
              const char    *text,
              LiaisonEntity  entity,
              gint64         id)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = liaison_query_ids (db, query, entity, NULL, 0, 0, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_array_index (ids, gint32, i) == id)
        return;
    }

  g_error ("“%s” does not find it", text);
}

static void
check_spelling (LiaisonDb  *db,
                guint       number,
                const char *spelling)
{
  gint64 contact = db_fixture_id (db, LIAISON_KIND_CONTACT, number);
  gint64 engagement = db_fixture_id (db, LIAISON_KIND_ENGAGEMENT, number);
  g_autofree char *with = g_strdup_printf ("with:\"%s\"", spelling);

  assert_finds (db, spelling, LIAISON_ENTITY_CONTACTS, contact);
  assert_finds (db, spelling, LIAISON_ENTITY_ENGAGEMENTS, engagement);
  assert_finds (db, with, LIAISON_ENTITY_ENGAGEMENTS, engagement);
}

/* As words and as a name, as they stand, in capitals, decomposed; and as on record with the last letter still to be typed. */
static void
test_all_found (DbFixture     *fixture,
                gconstpointer  data)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (spellings) >= 60);

  put_people (fixture->db);

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      const char *spelling = spellings[i].spelling;
      g_autofree char *capitals = g_utf8_strup (spelling, -1);
      g_autofree char *decomposed = g_utf8_normalize (spelling, -1, G_NORMALIZE_NFD);
      g_autofree char *unfinished = g_utf8_substring (spellings[i].name, 0, g_utf8_strlen (spellings[i].name, -1) - 1);

      check_spelling (fixture->db, i, spelling);
      check_spelling (fixture->db, i, capitals);
      check_spelling (fixture->db, i, decomposed);
      assert_finds (fixture->db, unfinished, LIAISON_ENTITY_ENGAGEMENTS, db_fixture_id (fixture->db, LIAISON_KIND_ENGAGEMENT, i));
    }
}

static GArray *
find_contacts (LiaisonDb  *db,
               const char *text)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = liaison_query_ids (db, query, LIAISON_ENTITY_CONTACTS, NULL, 0, 0, &error);

  g_assert_no_error (error);

  return g_steal_pointer (&ids);
}

/* Who is called otherwise is not found by them: the keys do not throw everybody together. */
static void
test_others_not_found (DbFixture     *fixture,
                       gconstpointer  data)
{
  static const char * const only[] = {
    "Кулеба", "Schoigu", "Babis", "Δένδιας", "erdogan", "Dukanovic", "Schuk", "Zhukov", "Schirinowski", "Schelew", "Kossygin", "Scholz",
  };

  put_people (fixture->db);

  for (gsize i = 0; i < G_N_ELEMENTS (only); i++)
    {
      g_autoptr (GArray) ids = find_contacts (fixture->db, only[i]);

      g_assert_cmpuint (ids->len, >, 0);
      g_assert_cmpuint (ids->len, <=, 2);
    }
}

/* Nor does the beginning of a name find everybody whose name sounds somehow like it. */
static void
test_beginnings (DbFixture     *fixture,
                 gconstpointer  data)
{
  static const struct { const char *name; const char *beginnings; } others[] = {
    { "Zhao Ziyang", "sha sch shao" },
    { "Zhang Gaoli", "sha sch shan" },
    { "Ariel Sharon", "zha zhar" },
    { "Eduard Shevardnadze", "show zhe zhev che chev" },
    { "Nikita Khrushchev", "chr" },
    { "Warren M. Christopher", "khr khri" },
    { "Jean Chrétien", "khr khre" },
    { "George J. Mitchell", "mich" },
    { "Charles Michel", "mitch cza sha" },
    { "Ilham Aliyev", "ale" },
    { "Göran Persson", "person" },
    { "Henry Person", "persson" },
    { "Czech Assistant from Massachusetts, Mozambique", "che asi mos" },
    { "Yitzhak Rabin", "its" },
    { "Hamid Karzai", "kart" },
    { "Mohammed Khatami", "hat gat" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_auto (GStrv) beginnings = g_strsplit (others[i].beginnings, " ", -1);

      db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, i, "name", others[i].name, "side", "theirs", NULL);
      for (char **beginning = beginnings; *beginning != NULL; beginning++)
        {
          g_autoptr (GArray) ids = find_contacts (fixture->db, *beginning);

          for (guint j = 0; j < ids->len; j++)
            g_assert_cmpint (g_array_index (ids, gint32, j), !=, db_fixture_id (fixture->db, LIAISON_KIND_CONTACT, i));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/spellings/all-found", DbFixture, NULL, db_fixture_set_up, test_all_found, db_fixture_tear_down);
  g_test_add ("/spellings/others-not-found", DbFixture, NULL, db_fixture_set_up, test_others_not_found, db_fixture_tear_down);
  g_test_add ("/spellings/beginnings", DbFixture, NULL, db_fixture_set_up, test_beginnings, db_fixture_tear_down);

  return g_test_run ();
}
