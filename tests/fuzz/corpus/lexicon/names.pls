<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">
  <lexeme><grapheme>Lavrov</grapheme><phoneme>ləvˈrɒf</phoneme></lexeme>
  <lexeme><grapheme>OSCE</grapheme><alias>O.S.C.E.</alias></lexeme>
  <lexeme><grapheme>South Africa</grapheme><phoneme>ˌsaʊθ ˈæfrɪkə</phoneme></lexeme>
  <lexeme><grapheme>Chad</grapheme><phoneme>tʃæd</phoneme></lexeme>
</lexicon>
