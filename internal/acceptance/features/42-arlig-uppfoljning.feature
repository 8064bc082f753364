# language: sv
Egenskap: Årlig uppföljning av samverkan
  Parterna följer upp samverkan varje år: besök, svar från varje sida för sig, en gemensam text, ett gemensamt uttalande och åtgärder.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
      | Vision       |
    Och enheterna:
      | enhet           | del av          | chef          |
      | Vård och omsorg |                 | Birgitta Ek   |
      | Hemtjänst Väst  | Vård och omsorg | Amina Larsson |
    Och grupperna:
      | grupp       | nivå | enhet           | ordförande    | överordnad |
      | CSG         | CSG  | Vård och omsorg | Birgitta Ek   |            |
      | LSG VO Väst | LSG  | Hemtjänst Väst  | Amina Larsson | CSG        |
    Och mandaten:
      | person        | roll                | organisation | grupp       | enhet          |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |                |
      | Per Holm      | facklig företrädare | Vision       | LSG VO Väst |                |
      | Siv Alm       | facklig företrädare | Kommunal     | CSG         |                |
      | Olle Brink    | facklig företrädare | Vision       | CSG         |                |
      | Hanna Ros     | HR                  |              |             |                |
      | Nils Öberg    | förhandlingschef    |              |             |                |
      | Tove Lind     | medarbetare         |              |             | Hemtjänst Väst |
    Och klockan är 2027-11-02 09:00

  Scenario: Uppföljningen startas i avtalets månad, en gång om året
    Så säger Att göra "Starta uppföljningen av samverkan 2027" till HR "Hanna Ros"
    När "Hanna Ros" startar uppföljningen 2027 med "LSG VO Väst"
    Så är uppföljningen "PLANERAD"
    Och säger Att göra inte "Starta uppföljningen" till HR "Hanna Ros"
    När "Nils Öberg" försöker starta uppföljningen 2027 med "LSG VO Väst"
    Så avvisas det med "Uppföljningen 2027 är redan startad"
    När "Nils Öberg" försöker ta uppföljningen vidare
    Så avvisas det med "LSG VO Väst: bestäm en dag och två besökare"

  Scenario: Varje sida svarar för sig, och ingen läser den andras svar före sitt eget
    Givet "Hanna Ros" startar uppföljningen 2027 med "LSG VO Väst"
    Och "Hanna Ros" planerar besöket i "LSG VO Väst" 2027-11-02 av "Nils Öberg" och "Siv Alm"
    Och "Hanna Ros" tar uppföljningen vidare
    När "Amina Larsson" försöker skicka svaret "5 4 4" i uppföljningen för "LSG VO Väst" med "Lugna möten"
    Så avvisas det med "Välj ett tal från 1 till 5 innan du skickar"
    När "Amina Larsson" skickar svaret "5 4 4 3 5" i uppföljningen för "LSG VO Väst" med "Lugna möten"
    Så säger uppföljningen för "LSG VO Väst" inte "Lugna möten" till "Maria Sjöberg"
    Och säger uppföljningen för "LSG VO Väst" inte "Lugna möten" till "Hanna Ros"
    Och säger uppföljningen för "LSG VO Väst" "Lugna möten" till "Amina Larsson"
    När "Maria Sjöberg" skickar svaret "2 3 2 1 2" i uppföljningen för "LSG VO Väst" med "Frågorna kommer sent"
    Så säger uppföljningen för "LSG VO Väst" "Lugna möten" till "Maria Sjöberg"
    Och säger uppföljningen för "LSG VO Väst" "Frågorna kommer sent" till "Hanna Ros"
    Och säger uppföljningen för "LSG VO Väst" inte "Frågorna kommer sent" till "Tove Lind"

  Scenario: Två som skriver samma svar skriver inte över varandra
    Givet "Hanna Ros" startar uppföljningen 2027 med "LSG VO Väst"
    Och "Hanna Ros" planerar besöket i "LSG VO Väst" 2027-11-02 av "Hanna Ros" och "Siv Alm"
    Och "Hanna Ros" tar uppföljningen vidare
    Och "Per Holm" öppnar svaret i uppföljningen för "LSG VO Väst"
    Och "Maria Sjöberg" sparar svaret "2 3 2 1 2" i uppföljningen för "LSG VO Väst" med "Frågorna kommer sent"
    När "Per Holm" försöker skicka svaret som hen öppnade i uppföljningen för "LSG VO Väst"
    Så avvisas det med "Någon annan hann spara före dig"
    Och säger uppföljningen för "LSG VO Väst" "Utkast av Maria Sjöberg" till "Per Holm"

  Scenario: Från besök till stängd uppföljning
    Givet "Hanna Ros" startar uppföljningen 2027 med "CSG, LSG VO Väst"
    Och "Hanna Ros" låter "CSG" stå utanför uppföljningen eftersom "Följs upp av revisionen i år"
    Och "Hanna Ros" planerar besöket i "LSG VO Väst" 2027-11-02 av "Nils Öberg" och "Siv Alm"
    Och "Hanna Ros" tar uppföljningen vidare
    Och "Amina Larsson" skickar svaret "5 4 4 3 5" i uppföljningen för "LSG VO Väst" med "Lugna möten"
    Och "Maria Sjöberg" skickar svaret "2 3 2 1 2" i uppföljningen för "LSG VO Väst" med "Frågorna kommer sent"
    Och "Hanna Ros" säger att besöket i "LSG VO Väst" är gjort
    När "Hanna Ros" försöker ta uppföljningen vidare
    Så avvisas det med "LSG VO Väst: skriv den gemensamma texten"
    När "Maria Sjöberg" skriver det gemensamma om "LSG VO Väst": goda exempel "Dagordningen är ett utkast", brister "Schemafrågor kommer sent"
    Och "Amina Larsson" lägger till uppföljningsåtgärden "Schemafrågor i tidig dialog" för "LSG VO Väst"
    Och "Hanna Ros" tar uppföljningen vidare
    Och "Hanna Ros" skriver analysen "Tid att läsa saknas"
    Och "Hanna Ros" tar uppföljningen vidare
    Och "Hanna Ros" noterar att resultatet togs upp 2027-11-02
    Och "Hanna Ros" tar uppföljningen vidare
    Så är uppföljningen "GEMENSAMT UTTALANDE"
    När "Siv Alm" skriver uttalandet "Vi vill ha mer tidig dialog"
    Och "Nils Öberg" godkänner uttalandet
    Och "Hanna Ros" skriver uttalandet "Vi vill ha tidig dialog i alla grupper"
    Och "Siv Alm" godkänner uttalandet
    Och "Hanna Ros" försöker ta uppföljningen vidare
    Så avvisas det med "HR eller förhandlingschefen godkänner uttalandet"
    Och säger uppföljningen inte "tidig dialog i alla grupper" till "Tove Lind"
    När "Nils Öberg" godkänner uttalandet
    Och "Hanna Ros" tar uppföljningen vidare
    Så är uppföljningen "ÅTGÄRDER"
    Och säger uppföljningen "Vi vill ha tidig dialog i alla grupper" till "Tove Lind"
    Och säger uppföljningen inte "Tid att läsa saknas" till "Tove Lind"
    När "Hanna Ros" försöker ta uppföljningen vidare
    Så avvisas det med "ge åtgärden ”Schemafrågor i tidig dialog” en ansvarig och en dag"
    När "Amina Larsson" ger uppföljningsåtgärden "Schemafrågor i tidig dialog" för "LSG VO Väst" till "Maria Sjöberg" senast 2027-12-15
    Och "Hanna Ros" tar uppföljningen vidare
    Så är uppföljningen "STÄNGD"
    Och har "Maria Sjöberg" åtgärden "Schemafrågor i tidig dialog" en gång i Att göra
    När "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-12-01 klockan 13:00
    Så står åtgärden "Schemafrågor i tidig dialog" i åtgärdslistan för mötet med "LSG VO Väst" 2027-12-01

  Scenario: Avtalet säger i vilken månad uppföljningen börjar
    När "Hanna Ros" ändrar avtalet från 2027-11-03:
      | parameter                  | värde |
      | uppföljningen börjar månad | 12    |
    Och klockan blir 2027-11-03 08:00
    Så säger Att göra inte "Starta uppföljningen" till HR "Hanna Ros"
    Och säger avtalet "December: nästa uppföljning börjar 1 december 2027" till "Hanna Ros"
    När klockan blir 2027-12-01 08:00
    Så säger Att göra "Starta uppföljningen av samverkan 2027" till HR "Hanna Ros"
