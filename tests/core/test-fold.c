/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-fold.h"

#include <string.h>

#define MEGABYTE (1024 * 1024)

typedef struct
{
  const char *text;
  const char *folded;
} Example;

static void
assert_folds_to (const char *text,
                 const char *expected)
{
  g_autofree char *folded = liaison_fold (text);
  g_autofree char *again = liaison_fold (folded);

  g_assert_cmpstr (folded, ==, expected);
  g_assert_cmpstr (again, ==, expected);
}

static void
assert_examples (const Example *examples,
                 gsize          n_examples)
{
  for (gsize i = 0; i < n_examples; i++)
    {
      g_autofree char *decomposed = g_utf8_normalize (examples[i].text, -1, G_NORMALIZE_NFD);
      g_autofree char *composed = g_utf8_normalize (examples[i].text, -1, G_NORMALIZE_NFC);
      g_autofree char *upper = g_utf8_strup (examples[i].text, -1);

      assert_folds_to (decomposed, examples[i].folded);
      assert_folds_to (composed, examples[i].folded);
      assert_folds_to (upper, examples[i].folded);
    }
}

static void
test_latin (void)
{
  static const Example examples[] = {
    { "Antony Blinken", "antony blinken" },
    { "Annalena Baerbock", "annalena baerbock" },
    { "Mevlüt Çavuşoğlu", "mevlut cavusoglu" },
    { "Þórdís Kolbrún Reykfjörð Gylfadóttir", "thordis kolbrun reykfjord gylfadottir" },
    { "Edgars Rinkēvičs", "edgars rinkevics" },
    { "Krišjānis Kariņš", "krisjanis karins" },
    { "Gitanas Nausėda", "gitanas nauseda" },
    { "Sauli Niinistö", "sauli niinisto" },
    { "Szijjártó Péter", "szijjarto peter" },
    { "Andrej Babiš", "andrej babis" },
    { "Paweł Soloch", "pawel soloch" },
    { "Ana Brnabić, Đorđe Vučić", "ana brnabic dorde vucic" },
    { "Jonas Gahr Støre", "jonas gahr store" },
    { "İbrahim Kalın", "ibrahim kalin" },
    { "Nguyễn Phú Trọng", "nguyen phu trong" },
    { "Fiamē Naomi Mata’afa", "fiame naomi mataafa" },
    { "António Guterres", "antonio guterres" },
    { "Weißensee, Straße", "weissensee strasse" },
    { "Ærø, Œuvre, Ŧ, Ŋ, Ħamrun", "aero oeuvre t n hamrun" },
    { "Əliyev", "aliyev" },
    { "ﬁnance Ａ９", "finance a9" },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
  assert_folds_to ("ſtraſſe ẞ", "strasse ss");
}

static void
test_cyrillic (void)
{
  static const Example examples[] = {
    { "Володимир Зеленський", "volodimir zelenskyi" },
    { "Дмитро Кулеба", "dmitro kuleba" },
    { "Андрій Єрмак", "andrii yermak" },
    { "Сергій Шойгу", "serhii shoygu" },
    { "Київ, Україна, Згурівський", "kyiv ukraina zghurivskyi" },
    { "Їжакевич, Йосипівка, Юрій, Яготинський, Ґалаґан", "yizhakevych yosypivka yurii yahotynskyi galagan" },
    { "Знам'янка, Лук’янов", "znamianka lukianov" },
    { "Сергей Лавров", "sergey lavrov" },
    { "Сергей Рябков", "sergey ryabkov" },
    { "Борис Ельцин", "boris yeltsin" },
    { "Андреев, Васильев, подъезд", "andreyev vasilyev podyezd" },
    { "Горбачёв, Щербаков, Хрущёв, Эдуард", "gorbachev shcherbakov khrushchev eduard" },
    { "Петръ", "petr" },
    { "Росен Желязков, Първанов", "rosen zhelyazkov parvanov" },
    { "Александар Вучић", "aleksandar vucic" },
    { "Ђорђе, Његош, Љубљана, Џон", "dorde njegos ljubljana dzon" },
    { "Ѓорге Иванов, Ќосев", "gjorge ivanov kjosev" },
    { "Ціханоўская", "tsikhanouskaia" },
    { "Қазақстан, Тоқаев", "qazaqstan toqayev" },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_greek (void)
{
  static const Example examples[] = {
    { "Νίκος Δένδιας", "nikos dendias" },
    { "Κυριάκος Μητσοτάκης", "kyriakos mitsotakis" },
    { "Γιώργος Παπανδρέου", "giorgos papandreou" },
    { "Ντόρα Μπακογιάννη, Λάμπρος", "ntora bakogianni lampros" },
    { "Ευάγγελος, Παύλος, Ευτυχία", "evangelos pavlos eftychia" },
    { "Σφίγξ, Άγχος, Ψυχή, Θεός", "sfinx anchos psychi theos" },
    { "Ταΰγετος", "taygetos" },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_other_scripts (void)
{
  assert_folds_to ("林 芳正", "林 芳正");
  assert_folds_to ("習近平", "習近平");
  assert_folds_to ("بلينكن", "بلينكن");
  assert_folds_to ("٢٠٢١", "2021");
  assert_folds_to ("נְתַנְיָהוּ", "נתניהו");
  assert_folds_to ("が", "か");
}

static void
test_words (void)
{
  static const Example examples[] = {
    { "O'Neill", "oneill" },
    { "O’Neill, O‘Neill, OʼNeill, O´Neill, O`Neill", "oneill oneill oneill oneill oneill" },
    { "Jean-Yves Le Drian", "jean yves le drian" },
    { "Nukuʻalofa", "nukualofa" },
    { "U.S.–Russia (B9/G7) 2021-12-09", "u s russia b9 g7 2021 12 09" },
    { "  a\t\n\"b\" …c_d  ", "a b c d" },
    { "co\u00adoperation\u200ds", "cooperations" },
    { "Call ☎ № 5", "call no 5" },
    { "½ ² Ⅷ", "1 2 2 viii" },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
  assert_folds_to (NULL, "");
  assert_folds_to ("", "");
  assert_folds_to (" -–'’ ", "");
  assert_folds_to ("a ь ъ b", "a b");
  assert_folds_to ("\u0301", "");
}

static void
test_invalid_utf8 (void)
{
  assert_folds_to ("Blin\xffken", "blin ken");
  assert_folds_to ("\xc3", "");
  assert_folds_to ("Ban\xc3Ki\xe2\x82", "ban ki");
}

/* Each line is one name, as it is written in one place or another. */
static const char * const spellings[][9] = {
  { "Zelenskyy", "Zelensky", "Zelenskiy", "Zelenskyi", "Selenskyj", "Selenski", "Zełenski", "Зеленський", "Зеленский" },
  { "Kuleba", "Кулеба" },
  { "Mueller", "Müller" },
  { "Schroeder", "Schröder" },
  { "Haemaelaeinen", "Hämäläinen" },
  { "Stoere", "Støre" },
  { "Haekkerup", "Hækkerup" },
  { "Żurawski", "Zurawski" },
  { "Lavrov", "Lawrow", "Лавров" },
  { "Zaluzhny", "Zaluzhnyi", "Zaluzhnyy", "Zaluzhniy", "Залужний", "Залужный" },
  { "Yermak", "Jermak", "Єрмак", "Ермак" },
  { "Shoigu", "Shoygu", "Schoigu", "Шойгу" },
  { "Ryabkov", "Rjabkow", "Riabkov", "Рябков" },
  { "Grushko", "Gruschko", "Grushko", "Грушко" },
  { "Ushakov", "Uschakow", "Ушаков" },
  { "Stefanishyna", "Stefanischyna", "Стефанішина" },
  { "Klitschko", "Klychko", "Кличко" },
  { "Kutschma", "Kuchma", "Кучма" },
  { "Lukashenko", "Lukaschenko", "Łukaszenko", "Лукашенко", "Lukashenka", "Łukaszenka", "Лукашенка" },
  { "Gorbachev", "Gorbachov", "Gorbatschow", "Gorbaczow", "Gorbatchev", "Горбачёв", "Горбачов" },
  { "Khrushchev", "Khrushchov", "Chruschtschow", "Chruszczow", "Хрущёв", "Хрущов" },
  { "Khlebnikov", "Chlebnikow", "Хлебников" },
  { "Yeltsin", "Jelzin", "Jelcyn", "Jelcin", "Ельцин", "Єльцин" },
  { "Shevardnadze", "Schewardnadse", "Szewardnadze", "Шеварднадзе" },
  { "Dzerzhinsky", "Dserschinski", "Дзержинский" },
  { "Brezhnev", "Breschnew", "Брежнев", "Брежнєв" },
  { "Zhukov", "Schukow", "Жуков" },
  { "Zhirinovsky", "Schirinowski", "Жириновский" },
  { "Shcherbakov", "Schtscherbakow", "Szczerbakow", "Щербаков" },
  { "Kolchak", "Koltschak", "Kołczak", "Колчак" },
  { "Turchynov", "Turtschynow", "Turczynow", "Турчинов" },
  { "Yanukovych", "Janukowytsch", "Janukowycz", "Yanukovitch", "Янукович" },
  { "Yitzhak", "Itzhak" },
  { "Netanyahu", "Netanjahu", "Нетаньяху", "Нетаньягу" },
  { "Mikhail", "Mihail", "Михаил" },
  { "Akhmetov", "Ahmetov", "Ахметов" },
  { "Poroshenko", "Poroschenko", "Poroszenko", "Porochenko", "Порошенко" },
  { "Medvedev", "Medwedew", "Medvediev", "Медведев", "Медведєв" },
  { "Akayev", "Akaev", "Akajew", "Акаев" },
  { "Vasilyev", "Vasiliev", "Vasilev", "Wassiljew", "Васильев" },
  { "Borisov", "Borissov", "Borissow", "Борисов" },
  { "Kosygin", "Kossygin", "Косыгин" },
  { "Scholz", "Scholtz", "Шольц" },
  { "Shmyhal", "Shmygal", "Schmyhal", "Шмигаль" },
  { "Bohdan", "Bogdan", "Богдан" },
  { "Serhii", "Serhiy", "Sergij", "Sergiy", "Сергій" },
  { "Sergei", "Sergey", "Sergej", "Сергей" },
  { "Andriy", "Andrii", "Andrij", "Андрій" },
  { "Yuriy", "Yurii", "Jurij", "Yuri", "Juri", "Юрий", "Юрій" },
  { "Yulia", "Yuliya", "Julija", "Iuliia", "Юлия", "Юлія" },
  { "Maria", "Mariya", "Marija", "Mariia", "Мария", "Марія" },
  { "Volodymyr", "Wolodymyr", "Володимир" },
  { "Vladimir", "Wladimir", "Владимир" },
  { "Oleksii", "Oleksiy", "Oleksij", "Олексій" },
  { "Alexei", "Aleksey", "Alexej", "Алексей" },
  { "Dmitry", "Dmitrij", "Dmitri", "Dmitriy", "Дмитрий" },
  { "Kiev", "Kijew", "Киев" },
  { "Tsikhanouskaya", "Tsikhanouskaja", "Ціханоўская" },
  { "Tokayev", "Tokajew", "Токаев" },
  { "Vučić", "Vucic", "Вучић" },
  { "Erdoğan", "Erdogan" },
  { "Çavuşoğlu", "Cavusoglu", "ÇAVUŞOĞLU" },
  { "Orbán", "Orban" },
  { "Iohannis", "Johannis" },
  { "Mitsotakis", "Μητσοτάκης" },
  { "O’Neill", "O'Neill", "Oneill" },
};

static void
test_name_keys (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autofree char *expected = liaison_fold_name_key (spellings[i][0]);

      for (gsize j = 1; j < G_N_ELEMENTS (spellings[i]) && spellings[i][j] != NULL; j++)
        {
          g_autofree char *key = liaison_fold_name_key (spellings[i][j]);
          g_autofree char *folded = liaison_fold (spellings[i][j]);
          g_autofree char *key_of_fold = liaison_fold_name_key (folded);

          g_assert_cmpstr (key, ==, expected);
          g_assert_cmpstr (key_of_fold, ==, expected);
        }
    }
}

/* Names of different people must not become one. */
static void
test_name_keys_differ (void)
{
  static const char * const others[] = {
    "Zhao", "Shao", "Zhou", "Shou", "Mitchell", "Michel", "Persson", "Person", "Aliyev", "Alev", "Christopher", "Buch", "Bush",
    "Mozes", "Moses", "Assad", "Asad",
  };
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    g_assert_true (g_hash_table_add (keys, liaison_fold_name_key (spellings[i][0])));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_true (g_hash_table_add (keys, liaison_fold_name_key (others[i])));
}

static void
test_name_key_words (void)
{
  g_autofree char *several = liaison_fold_name_key ("Wolodymyr Selenskyj");
  g_autofree char *one_letter = liaison_fold_name_key ("Y");
  g_autofree char *two_letters = liaison_fold_name_key ("Ze");
  g_autofree char *three_letters = liaison_fold_name_key ("Zel");
  g_autofree char *other_script = liaison_fold_name_key ("習近平");
  g_autofree char *nothing = liaison_fold_name_key (NULL);
  g_autofree char *no_word = liaison_fold_name_key (" … ");

  g_assert_cmpstr (several, ==, "volodimir selenski");
  g_assert_cmpstr (one_letter, ==, "y");
  g_assert_cmpstr (two_letters, ==, "ze");
  g_assert_cmpstr (three_letters, ==, "sel");
  g_assert_cmpstr (other_script, ==, "習近平");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (no_word, ==, "");
}

static void
assert_key_is_its_own (const char *word)
{
  g_autofree char *key = liaison_fold_name_key (word);
  g_autofree char *again = liaison_fold_name_key (key);

  g_assert_cmpstr (again, ==, key);
}

/* Every string of up to five letters over those that the rules look at. */
static void
test_name_key_of_a_key (void)
{
  static const char letters[] = "acdehiklnorstvxz";
  const guint n_letters = sizeof letters - 1;
  guint n_strings = 1;

  for (guint length = 1; length <= 5; length++)
    {
      n_strings *= n_letters;
      for (guint i = 0; i < n_strings; i++)
        {
          char word[6] = { '\0' };
          guint rest = i;

          for (guint j = 0; j < length; j++, rest /= n_letters)
            word[j] = letters[rest % n_letters];
          assert_key_is_its_own (word);
        }
    }
}

/* Some rules ask for several letters before those that they change. */
static void
test_name_key_of_a_long_key (void)
{
  static const char * const pieces[] = {
    "a", "e", "i", "o", "u", "c", "h", "k", "l", "r", "s", "t", "z", "ch", "chen", "cz", "ds", "enk", "iev", "kh", "lc", "ss", "sch", "sz",
    "tch", "ts", "tsch", "tz", "x", "zh",
  };

  for (int i = 0; i < 200000; i++)
    {
      g_autoptr (GString) word = g_string_new (NULL);

      for (int left = g_test_rand_int_range (2, 9); left > 0; left--)
        g_string_append (word, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      assert_key_is_its_own (word->str);
    }
}

static gboolean
query_finds (const char *search_text,
             const char *query)
{
  g_autofree char *folded = liaison_fold (query);
  g_autofree char *key = liaison_fold_name_key (query);

  return liaison_fold_has_prefix_words (search_text, folded) || liaison_fold_has_prefix_words (search_text, key);
}

static void
test_search_text (void)
{
  g_autofree char *text = liaison_fold_search_text ("Call with Kuleba");
  g_autofree char *particle = liaison_fold_search_text ("Valéry Giscard d'Estaing’s visit");
  g_autofree char *nothing = liaison_fold_search_text (NULL);
  g_autofree char *empty = liaison_fold_search_text ("");

  g_assert_cmpstr (text, ==, "call with kuleba vith");
  g_assert_cmpstr (particle, ==, "valery giscard destaings visit valeri estaings");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (empty, ==, "");

  g_assert_true (query_finds (particle, "Estaing"));
  g_assert_true (query_finds (particle, "d’Est"));
}

/* Whichever spelling is on record, every other one finds it. */
static void
test_search_text_finds_spellings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (spellings[i]) && spellings[i][j] != NULL; j++)
      {
        g_autofree char *text = g_strdup_printf ("Meeting of %s with others", spellings[i][j]);
        g_autofree char *search_text = liaison_fold_search_text (text);

        for (gsize k = 0; k < G_N_ELEMENTS (spellings[i]) && spellings[i][k] != NULL; k++)
          g_assert_true (query_finds (search_text, spellings[i][k]));
        g_assert_false (query_finds (search_text, "Macron"));
      }
}

static void
test_prefix_words (void)
{
  g_assert_true (liaison_fold_has_prefix_words ("volodymyr zelenskyy", "zel vol"));
  g_assert_true (liaison_fold_has_prefix_words ("volodymyr zelenskyy", "zelenskyy"));
  g_assert_true (liaison_fold_has_prefix_words ("volodymyr zelenskyy", ""));
  g_assert_true (liaison_fold_has_prefix_words ("", ""));
  g_assert_false (liaison_fold_has_prefix_words ("volodymyr zelenskyy", "zel kul"));
  g_assert_false (liaison_fold_has_prefix_words ("volodymyr zelenskyy", "elenskyy"));
  g_assert_false (liaison_fold_has_prefix_words ("volodymyr zelenskyy", "zelenskyyy"));
  g_assert_false (liaison_fold_has_prefix_words ("", "a"));
}

static void
test_phrase (void)
{
  g_assert_true (liaison_fold_has_phrase ("the bucharest nine format", "bucharest nine"));
  g_assert_true (liaison_fold_has_phrase ("bucharest nine", "bucharest nine"));
  g_assert_true (liaison_fold_has_phrase ("nine ninety nine", "nine"));
  g_assert_true (liaison_fold_has_phrase ("ninety nine", "nine"));
  g_assert_true (liaison_fold_has_phrase ("ninety", ""));
  g_assert_false (liaison_fold_has_phrase ("bucharest ninety", "bucharest nine"));
  g_assert_false (liaison_fold_has_phrase ("abucharest nine", "bucharest nine"));
  g_assert_false (liaison_fold_has_phrase ("nine bucharest", "bucharest nine"));
  g_assert_false (liaison_fold_has_phrase ("", "nine"));
}

/* What every folded text is, whatever it came from. */
static void
assert_is_folded (const char *folded)
{
  g_autofree char *again = liaison_fold (folded);
  gunichar previous = ' ';

  g_assert_cmpstr (again, ==, folded);
  g_assert_true (g_utf8_validate (folded, -1, NULL));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      g_assert_false (character == ' ' && previous == ' ');
      g_assert_true (character == ' ' || g_unichar_isalnum (character));
      g_assert_cmpuint (g_unichar_tolower (character), ==, character);
      previous = character;
    }
  g_assert_true (*folded == '\0' || previous != ' ');
}

static void
test_every_character (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gunichar character = 1; character <= 0x10ffff; character++)
    {
      if (g_unichar_validate (character))
        g_string_append_unichar (text, character);
      if (character % 3 == 0)
        g_string_append_c (text, ' ');

      if (character % 0x10 == 0xf)
        {
          g_autofree char *folded = liaison_fold (text->str);

          assert_is_folded (folded);
          g_string_truncate (text, 0);
        }
    }
}

static gunichar
random_character (void)
{
  static const gint32 ranges[][2] = {
    { 0x20, 0x7f }, { 0xa0, 0x250 }, { 0x300, 0x370 }, { 0x370, 0x400 }, { 0x400, 0x530 }, { 0x2000, 0x2070 }, { 1, 0xd800 },
  };
  gsize range = (gsize) g_test_rand_int_range (0, G_N_ELEMENTS (ranges));

  return (gunichar) g_test_rand_int_range (ranges[range][0], ranges[range][1]);
}

static char *
random_text (void)
{
  GString *text = g_string_new (NULL);

  for (int left = g_test_rand_int_range (0, 40); left > 0; left--)
    g_string_append_unichar (text, random_character ());

  return g_string_free (text, FALSE);
}

static void
test_random_texts (void)
{
  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *text = random_text ();
      g_autofree char *folded = liaison_fold (text);
      g_autofree char *key = liaison_fold_name_key (text);
      g_autofree char *search_text = liaison_fold_search_text (text);

      assert_is_folded (folded);
      assert_is_folded (key);
      assert_is_folded (search_text);
      g_assert_true (g_str_has_prefix (search_text, folded));
      g_assert_true (liaison_fold_has_prefix_words (search_text, folded));
      g_assert_true (liaison_fold_has_prefix_words (search_text, key));
    }
}

static void
test_random_bytes (void)
{
  for (int i = 0; i < 20000; i++)
    {
      char bytes[41] = { '\0' };
      g_autofree char *folded = NULL;

      for (int j = g_test_rand_int_range (0, 40); j > 0; j--)
        bytes[j - 1] = (char) g_test_rand_int_range (1, 256);

      folded = liaison_fold (bytes);
      assert_is_folded (folded);
    }
}

/* Nothing is carried from one word to the next: that is why folding takes linear time, and why a
 * word of a query equals the same word in a text. */
static void
test_words_are_independent (void)
{
  for (int i = 0; i < 5000; i++)
    {
      g_autofree char *first = random_text ();
      g_autofree char *second = random_text ();
      g_autofree char *both = g_strconcat (first, " ", second, NULL);
      g_autofree char *first_folded = liaison_fold (first);
      g_autofree char *second_folded = liaison_fold (second);
      g_autofree char *joined = g_strconcat (first_folded, " ", second_folded, NULL);
      g_autofree char *folded = liaison_fold (both);

      g_assert_cmpstr (folded, ==, g_strstrip (joined));
    }
}

static char *
repeat (const char *piece,
        gsize       times)
{
  GString *text = g_string_sized_new (strlen (piece) * times + 1);

  for (gsize i = 0; i < times; i++)
    g_string_append (text, piece);

  return g_string_free (text, FALSE);
}

static void
assert_folds_repeated (const char *piece,
                       const char *folded_piece)
{
  const gsize times = 10 * MEGABYTE / strlen (piece);
  g_autofree char *text = repeat (piece, times);
  g_autofree char *expected = repeat (folded_piece, times);
  g_autofree char *folded = liaison_fold (text);

  g_assert_cmpstr (folded, ==, g_strstrip (expected));
}

/* One word of ten megabytes as well as millions of words. */
static void
test_huge_texts (void)
{
  assert_folds_repeated ("Lavrov ", "lavrov ");
  assert_folds_repeated ("x", "x");
  assert_folds_repeated ("Щб", "shchb");
  assert_folds_repeated ("ου", "ou");
  assert_folds_repeated ("é", "e");
  assert_folds_repeated ("\xff", "");
  assert_folds_repeated ("\u0308", "");
  assert_folds_repeated ("'", "");
}

static void
test_huge_search_text (void)
{
  const gsize times = MEGABYTE;
  g_autofree char *text = repeat ("O'Lawrow ", times);
  g_autofree char *search_text = liaison_fold_search_text (text);
  g_autofree char *words = repeat ("olawrow ", times);
  g_autofree char *keys = repeat ("olavrov ", times);
  g_autofree char *tails = repeat ("lawrow ", times);
  g_autofree char *expected = g_strconcat (words, keys, tails, NULL);

  g_assert_cmpstr (search_text, ==, g_strstrip (expected));
}

static void
assert_found (const char *text,
              const char *words,
              const char *expected)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);
  g_autoptr (GArray) spans = liaison_fold_find_words (text, (const char * const *) each);
  g_autoptr (GString) marked = g_string_new (text);

  for (guint i = spans->len; i > 0; i--)
    {
      const LiaisonFoldSpan *span = &g_array_index (spans, LiaisonFoldSpan, i - 1);

      g_assert_cmpuint (span->start, <, span->end);
      g_assert_cmpuint (span->end, <=, strlen (text));
      g_string_insert_c (marked, span->end, ']');
      g_string_insert_c (marked, span->start, '[');
    }
  g_assert_true (g_utf8_validate (marked->str, -1, NULL));
  g_assert_cmpstr (marked->str, ==, expected);
}

static void
test_find_words (void)
{
  assert_found ("Call with Minister Kuleba", "kul min", "Call with [Min]ister [Kul]eba");
  assert_found ("Call with Minister Kuleba", "inister", "Call with Minister Kuleba");
  assert_found ("Mevlüt Çavuşoğlu", "cavus", "Mevlüt [Çavuş]oğlu");
  assert_found ("Mu\xcc\x88ller", "mu", "[Mu\xcc\x88]ller");
  assert_found ("Annegret Müller", "muller", "Annegret [Müller]");
  assert_found ("Straße", "strass", "[Straß]e");
  assert_found ("Володимир Зеленський", "zelensky", "Володимир [Зеленськи]й");
  assert_found ("Volodymyr Zelenskyy", "selenskyj", "Volodymyr [Zelenskyy]");
  assert_found ("Volodymyr Zelenskyy", "zele", "Volodymyr [Zele]nskyy");
  assert_found ("Jean-Yves Le Drian, Jean Asselborn", "jean", "[Jean]-Yves Le Drian, [Jean] Asselborn");
  assert_found ("Robert O'Neill", "oneill", "Robert [O'Neill]");
  assert_found ("", "kul", "");
  assert_found ("Kuleba", "", "Kuleba");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold/latin", test_latin);
  g_test_add_func ("/fold/find-words", test_find_words);
  g_test_add_func ("/fold/cyrillic", test_cyrillic);
  g_test_add_func ("/fold/greek", test_greek);
  g_test_add_func ("/fold/other-scripts", test_other_scripts);
  g_test_add_func ("/fold/words", test_words);
  g_test_add_func ("/fold/invalid-utf8", test_invalid_utf8);
  g_test_add_func ("/fold/name-key/spellings", test_name_keys);
  g_test_add_func ("/fold/name-key/differ", test_name_keys_differ);
  g_test_add_func ("/fold/name-key/words", test_name_key_words);
  g_test_add_func ("/fold/name-key/of-a-key", test_name_key_of_a_key);
  g_test_add_func ("/fold/name-key/of-a-long-key", test_name_key_of_a_long_key);
  g_test_add_func ("/fold/search-text", test_search_text);
  g_test_add_func ("/fold/search-text/finds-spellings", test_search_text_finds_spellings);
  g_test_add_func ("/fold/prefix-words", test_prefix_words);
  g_test_add_func ("/fold/phrase", test_phrase);
  g_test_add_func ("/fold/every-character", test_every_character);
  g_test_add_func ("/fold/random-texts", test_random_texts);
  g_test_add_func ("/fold/random-bytes", test_random_bytes);
  g_test_add_func ("/fold/words-are-independent", test_words_are_independent);
  g_test_add_func ("/fold/huge-texts", test_huge_texts);
  g_test_add_func ("/fold/huge-search-text", test_huge_search_text);

  return g_test_run ();
}
