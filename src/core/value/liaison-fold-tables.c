/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-fold-private.h"

#include <stdlib.h>

/*
 * Cyrillic, sorted by letter. What depends on a letter's place in the word is in
 * liaison-fold-scripts.c, and also how it is told which kind a word is of.
 *
 * Russian: BGN/PCGN 1947, the spelling of the press in English (Shoygu, Ryabkov, Yeltsin), its
 * marks left out. It also serves for every word that shows no other language, with the letters of
 * Kazakh (BGN/PCGN 1979) beside it. A hard sign before a consonant is Bulgarian, "a" in the
 * law on transliteration of 2009 (Първанов, Parvanov).
 *
 * Ukrainian: Resolution 55 of the Cabinet of Ministers of 27 January 2010, used in passports
 * (Zelenskyi, Yermak). It also serves for Belarusian words that have і or ў.
 *
 * Serbian: the Latin alphabet of the same language without its carons, as liaison_fold() leaves
 * them out of Vučić and Đinđić too. It also serves for Macedonian, ѓ ќ ѕ being gj kj dz
 * (BGN/PCGN 2013).
 */
static const LiaisonFoldCyrillic cyrillic[] = {
  { U'а', "a", "a", "a" },
  { U'б', "b", "b", "b" },
  { U'в', "v", "v", "v" },
  { U'г', "g", "h", "g" },
  { U'д', "d", "d", "d" },
  { U'е', "e", "e", "e" },
  { U'ж', "zh", "zh", "z" },
  { U'з', "z", "z", "z" },
  { U'и', "i", "y", "i" },
  { U'й', "y", "i", "j" },
  { U'к', "k", "k", "k" },
  { U'л', "l", "l", "l" },
  { U'м', "m", "m", "m" },
  { U'н', "n", "n", "n" },
  { U'о', "o", "o", "o" },
  { U'п', "p", "p", "p" },
  { U'р', "r", "r", "r" },
  { U'с', "s", "s", "s" },
  { U'т', "t", "t", "t" },
  { U'у', "u", "u", "u" },
  { U'ф', "f", "f", "f" },
  { U'х', "kh", "kh", "h" },
  { U'ц', "ts", "ts", "c" },
  { U'ч', "ch", "ch", "c" },
  { U'ш', "sh", "sh", "s" },
  { U'щ', "shch", "shch", "st" },
  { U'ъ', "", "", "" },
  { U'ы', "y", "y", "y" },
  { U'ь', "", "", "" },
  { U'э', "e", "e", "e" },
  { U'ю', "yu", "iu", "ju" },
  { U'я', "ya", "ia", "ja" },
  { U'ё', "e", "io", "e" },
  { U'ђ', "d", "d", "d" },
  { U'ѓ', "gj", "gj", "gj" },
  { U'є', "ye", "ie", "e" },
  { U'ѕ', "dz", "dz", "dz" },
  { U'і', "i", "i", "i" },
  { U'ї', "i", "i", "i" },
  { U'ј', "j", "j", "j" },
  { U'љ', "lj", "lj", "lj" },
  { U'њ', "nj", "nj", "nj" },
  { U'ћ', "c", "c", "c" },
  { U'ќ', "kj", "kj", "kj" },
  { U'ў', "u", "u", "u" },
  { U'џ', "dz", "dz", "dz" },
  { U'ґ', "g", "g", "g" },
  { U'ғ', "gh", "gh", "gh" },
  { U'қ', "q", "q", "q" },
  { U'ң', "ng", "ng", "ng" },
  { U'ү', "u", "u", "u" },
  { U'ұ', "u", "u", "u" },
  { U'һ', "h", "h", "h" },
  { U'ә', "a", "a", "a" },
  { U'ө', "o", "o", "o" },
};

/* Greek, sorted by letter: ELOT 743 (ISO 843 type 2, United Nations 1987), as passports have it. Its
 * pairs of letters are in liaison-fold-scripts.c. */
static const LiaisonFoldLetter greek[] = {
  { U'α', "a" },
  { U'β', "v" },
  { U'γ', "g" },
  { U'δ', "d" },
  { U'ε', "e" },
  { U'ζ', "z" },
  { U'η', "i" },
  { U'θ', "th" },
  { U'ι', "i" },
  { U'κ', "k" },
  { U'λ', "l" },
  { U'μ', "m" },
  { U'ν', "n" },
  { U'ξ', "x" },
  { U'ο', "o" },
  { U'π', "p" },
  { U'ρ', "r" },
  { U'ς', "s" },
  { U'σ', "s" },
  { U'τ', "t" },
  { U'υ', "y" },
  { U'φ', "f" },
  { U'χ', "ch" },
  { U'ψ', "ps" },
  { U'ω', "o" },
  { U'ϊ', "i" },
  { U'ϋ', "y" },
};

/*
 * Letters of Latin alphabets that have no decomposition, sorted by letter: the transform Latin-ASCII
 * of the Unicode CLDR, as far as living languages write them. It leaves ǝ ɔ ə ɣ ɩ ʊ ʒ alone;
 * these are spelled as names of Azerbaijan and West Africa are in English (Əliyev, Aliyev).
 */
static const LiaisonFoldLetter latin[] = {
  { U'ß', "ss" },
  { U'æ', "ae" },
  { U'ð', "d" },
  { U'ø', "o" },
  { U'þ', "th" },
  { U'đ', "d" },
  { U'ħ', "h" },
  { U'ı', "i" },
  { U'ĸ', "q" },
  { U'ł', "l" },
  { U'ŋ', "n" },
  { U'œ', "oe" },
  { U'ŧ', "t" },
  { U'ƀ', "b" },
  { U'ƃ', "b" },
  { U'ƈ', "c" },
  { U'ƌ', "d" },
  { U'ƒ', "f" },
  { U'ƙ', "k" },
  { U'ƚ', "l" },
  { U'ƞ', "n" },
  { U'ƣ', "oi" },
  { U'ƥ', "p" },
  { U'ƫ', "t" },
  { U'ƭ', "t" },
  { U'ƴ', "y" },
  { U'ƶ', "z" },
  { U'ǝ', "e" },
  { U'ǥ', "g" },
  { U'ȥ', "z" },
  { U'ȷ', "j" },
  { U'ȼ', "c" },
  { U'ȿ', "s" },
  { U'ɀ', "z" },
  { U'ɇ', "e" },
  { U'ɉ', "j" },
  { U'ɍ', "r" },
  { U'ɏ', "y" },
  { U'ɓ', "b" },
  { U'ɔ', "o" },
  { U'ɖ', "d" },
  { U'ɗ', "d" },
  { U'ə', "a" },
  { U'ɛ', "e" },
  { U'ɠ', "g" },
  { U'ɡ', "g" },
  { U'ɣ', "g" },
  { U'ɦ', "h" },
  { U'ɨ', "i" },
  { U'ɩ', "i" },
  { U'ɫ', "l" },
  { U'ɱ', "m" },
  { U'ɲ', "n" },
  { U'ɽ', "r" },
  { U'ʂ', "s" },
  { U'ʈ', "t" },
  { U'ʉ', "u" },
  { U'ʊ', "u" },
  { U'ʋ', "v" },
  { U'ʒ', "z" },
  { U'ẜ', "s" },
  { U'ẝ', "s" },
  { U'ⱡ', "l" },
  { U'ⱥ', "a" },
  { U'ⱦ', "t" },
};

/* Every row of the tables begins with its letter. */
static int
compare_letter (const void *letter,
                const void *row)
{
  gunichar a = *(const gunichar *) letter;
  gunichar b = *(const gunichar *) row;

  return (a > b) - (a < b);
}

const LiaisonFoldCyrillic *
liaison_fold_cyrillic_letter (gunichar letter)
{
  return bsearch (&letter, cyrillic, G_N_ELEMENTS (cyrillic), sizeof *cyrillic, compare_letter);
}

const LiaisonFoldLetter *
liaison_fold_greek_letter (gunichar letter)
{
  return bsearch (&letter, greek, G_N_ELEMENTS (greek), sizeof *greek, compare_letter);
}

const LiaisonFoldLetter *
liaison_fold_latin_letter (gunichar letter)
{
  return bsearch (&letter, latin, G_N_ELEMENTS (latin), sizeof *latin, compare_letter);
}
