# language: sv
Egenskap: Arbetsplatsträffar
  Chef och alla medarbetare på en enhet träffas. Varje punkt får ett besked, ingen knyts till det som sades, och det som
  hör hemma i en samverkansgrupp tas dit.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
    Och enheterna:
      | enhet           | del av          | chef          |
      | Vård och omsorg |                 | Birgitta Ek   |
      | Hemtjänst Väst  | Vård och omsorg | Erik Sand     |
      | Hemtjänst Öst   | Vård och omsorg | Amina Larsson |
    Och grupperna:
      | grupp       | nivå | enhet          | ordförande |
      | LSG VO Väst | LSG  | Hemtjänst Väst | Erik Sand  |
    Och mandaten:
      | person        | roll                | organisation | grupp       | enhet          |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |                |
      | Jonas Berg    | skyddsombud         |              | LSG VO Väst | Hemtjänst Väst |
      | Hanna Ros     | HR                  |              |             |                |
      | Tove Lind     | medarbetare         |              |             | Hemtjänst Väst |
      | Milla Frid    | medarbetare         |              |             | Hemtjänst Väst |
      | Otto Ask      | medarbetare         |              |             | Hemtjänst Öst  |
    Och klockan är 2027-01-11 09:00
    Och "Erik Sand" planerar APT på "Hemtjänst Väst":
      | dag        | börjar | slutar | plats         |
      | 2027-02-03 | 14:00  | 15:30  | Personalrummet |
      | 2027-02-04 | 08:00  | 09:30  |               |

  Scenario: Inbjudan två veckor före, dagordning en vecka före
    När "Erik Sand" bjuder in till APT på "Hemtjänst Väst"
    Så har "Tove Lind" fått e-post med ämnet "Inbjudan till APT: Hemtjänst Väst 3 februari 2027"
    När klockan är 2027-01-29 09:00
    Och "Erik Sand" skickar dagordningen till APT på "Hemtjänst Väst"
    Så varnas "Erik Sand" med "Avtalet säger 7"

  Scenario: De fem beskeden
    När "Erik Sand" bjuder in till APT på "Hemtjänst Väst"
    Och "Erik Sand" lägger till APT-punkten "Städrutiner" på "Hemtjänst Väst"
    Och "Erik Sand" lägger till APT-punkten "Ny cykel" på "Hemtjänst Väst"
    Och "Erik Sand" lägger till APT-punkten "Nytt schema" på "Hemtjänst Väst"
    Och "Erik Sand" lägger till APT-punkten "Fler platser" på "Hemtjänst Väst"
    Och "Erik Sand" lägger till APT-punkten "Rasterna" på "Hemtjänst Väst"
    Och klockan är 2027-02-03 14:00
    Och "Erik Sand" öppnar tillfälle 1 av APT på "Hemtjänst Väst"
    Och "Erik Sand" avslutar APT-punkten "Städrutiner" på "Hemtjänst Väst" med "klart"
    Och "Erik Sand" avslutar APT-punkten "Ny cykel" på "Hemtjänst Väst" med "chefen beslutar"
    Och "Erik Sand" avslutar APT-punkten "Nytt schema" på "Hemtjänst Väst" med "till samverkansgrupp"
    Och "Erik Sand" avslutar APT-punkten "Fler platser" på "Hemtjänst Väst" med "till högre nivå"
    Och "Erik Sand" avslutar APT-punkten "Rasterna" på "Hemtjänst Väst" med "ny dialog"
    Så har "Erik Sand" uppgiften "Berätta vad du beslutade"
    Och är ärendet "Nytt schema" "Tidig dialog"
    Och innehåller händelseloggen för "Nytt schema" "APT i Hemtjänst Väst 3 februari 2027 tog frågan till samverkansgrupp"
    Och har "Birgitta Ek" uppgiften "Svara på en fråga från APT"
    När "Birgitta Ek" berättar "Budgeten räcker till två platser" om APT-punkten "Fler platser" på "Hemtjänst Väst"
    Så har "Birgitta Ek" inte uppgiften "Svara på en fråga från APT"
    När "Erik Sand" planerar APT på "Hemtjänst Väst":
      | dag        | börjar |
      | 2027-03-03 | 14:00  |
    Så står "Rasterna" på APT-sidan för "Tove Lind" på "Hemtjänst Väst"

  Scenario: APT-beslut som hör hemma i grupp
    När "Erik Sand" lägger till APT-punkten "Flytta till Storgatan 4" om "lokaler" på "Hemtjänst Väst"
    Och klockan är 2027-02-03 14:00
    Och "Erik Sand" öppnar tillfälle 1 av APT på "Hemtjänst Väst"
    Och "Erik Sand" avslutar APT-punkten "Flytta till Storgatan 4" på "Hemtjänst Väst" med "chefen beslutar"
    Så varnas "Erik Sand" med "samverkas i en samverkansgrupp först"
    Och visar HR-översikten 1 "APT-beslut som hör hemma i grupp" för "Hemtjänst Väst"
    Och ser "Tove Lind" inte texten "samverkansgrupp. Skäl" på sidorna om APT på "Hemtjänst Väst"

  Scenario: Två tillfällen, anteckningar i tur och ordning, och en fråga efteråt
    När "Erik Sand" bjuder in till APT på "Hemtjänst Väst"
    Och "Tove Lind" föreslår "Buller i hall B" till APT på "Hemtjänst Väst"
    Så har "Erik Sand" uppgiften "Svara på förslag till APT"
    Och ser "Erik Sand" inte texten "Tove Lind lämnade" på sidorna om APT på "Hemtjänst Väst"
    När "Erik Sand" tar upp förslaget "Buller i hall B" på APT på "Hemtjänst Väst"
    Och "Erik Sand" låter "Milla Frid" skriva på APT på "Hemtjänst Väst"
    Och klockan är 2027-02-03 14:00
    Och "Erik Sand" öppnar tillfälle 1 av APT på "Hemtjänst Väst"
    Och "Milla Frid" antecknar "Ljudet stör mest på morgonen." om APT-punkten "Buller i hall B" vid tillfälle 1 på "Hemtjänst Väst"
    Och "Erik Sand" avslutar APT-punkten "Buller i hall B" på "Hemtjänst Väst" med "klart"
    Och "Erik Sand" avslutar tillfälle 1 av APT på "Hemtjänst Väst" med 12 deltagare
    Och klockan är 2027-02-04 08:00
    Och "Erik Sand" öppnar tillfälle 2 av APT på "Hemtjänst Väst"
    Och "Erik Sand" antecknar "Kvällspasset märker inget." om APT-punkten "Buller i hall B" vid tillfälle 2 på "Hemtjänst Väst"
    Och "Erik Sand" avslutar tillfälle 2 av APT på "Hemtjänst Väst" med 7 deltagare
    Så har "Erik Sand" uppgiften "Publicera anteckningarna från APT"
    Och ser "Tove Lind" inte texten "Ljudet stör" på sidorna om APT på "Hemtjänst Väst"
    När "Erik Sand" publicerar anteckningarna från APT på "Hemtjänst Väst"
    Så står "Ljudet stör mest på morgonen." i anteckningarna från APT på "Hemtjänst Väst" för "Tove Lind"
    Och står "Kvällspasset märker inget." i anteckningarna från APT på "Hemtjänst Väst" för "Tove Lind"
    När "Tove Lind" säger att hen har läst anteckningarna från APT på "Hemtjänst Väst"
    Och "Tove Lind" frågar "När kommer ljudplattorna?" efter APT på "Hemtjänst Väst"
    Och "Erik Sand" svarar "Före sommaren." på frågan "När kommer ljudplattorna?" efter APT på "Hemtjänst Väst"
    Så står "Före sommaren." i anteckningarna från APT på "Hemtjänst Väst" för "Milla Frid"
    Och ser "Erik Sand" inte texten "Tove Lind frågade" på sidorna om APT på "Hemtjänst Väst"

  Scenario: En skriver i taget, och inget går förlorat
    När "Erik Sand" lägger till APT-punkten "Buller i hall B" på "Hemtjänst Väst"
    Och "Erik Sand" låter "Milla Frid" skriva på APT på "Hemtjänst Väst"
    Och klockan är 2027-02-03 14:00
    Och "Erik Sand" öppnar tillfälle 1 av APT på "Hemtjänst Väst"
    Och "Milla Frid" antecknar "Ljudet stör mest på morgonen." om APT-punkten "Buller i hall B" vid tillfälle 1 på "Hemtjänst Väst"
    Så ser "Erik Sand" "Milla Frid skriver." i anteckningen om APT-punkten "Buller i hall B" vid tillfälle 1 på "Hemtjänst Väst"
    Och ser "Erik Sand" "Ljudet stör mest på morgonen." i anteckningen om APT-punkten "Buller i hall B" vid tillfälle 1 på "Hemtjänst Väst"
    När "Erik Sand" försöker anteckna "Ljudet stör hela dagen." om APT-punkten "Buller i hall B" vid tillfälle 1 på "Hemtjänst Väst"
    Så avvisas det med "Milla Frid skriver"
    Och ser "Erik Sand" "Ljudet stör mest på morgonen." i anteckningen om APT-punkten "Buller i hall B" vid tillfälle 1 på "Hemtjänst Väst"
    När "Erik Sand" tar över pennan vid tillfälle 1 av APT på "Hemtjänst Väst"
    Och "Erik Sand" antecknar "Ljudet stör mest på morgonen, ibland hela dagen." om APT-punkten "Buller i hall B" vid tillfälle 1 på "Hemtjänst Väst"
    Så ser "Milla Frid" "Erik Sand skriver." i anteckningen om APT-punkten "Buller i hall B" vid tillfälle 1 på "Hemtjänst Väst"
    När klockan blir 2027-02-03 14:10
    Och "Milla Frid" antecknar "Ljudet stör mest på morgonen, ibland hela dagen. Vi mäter." om APT-punkten "Buller i hall B" vid tillfälle 1 på "Hemtjänst Väst"
    Så ser "Erik Sand" "ibland hela dagen. Vi mäter." i anteckningen om APT-punkten "Buller i hall B" vid tillfälle 1 på "Hemtjänst Väst"

  Scenario: Anteckningar om en enskild
    När klockan är 2027-02-03 14:00
    Och "Erik Sand" öppnar tillfälle 1 av APT på "Hemtjänst Väst"
    Och "Erik Sand" försöker anteckna "Anna 811218-9876 byter pass" om APT-punkten "Ekonomi" vid tillfälle 1 på "Hemtjänst Väst"
    Så avvisas det med "personnummer"
    När "Erik Sand" försöker anteckna "Kollegan är sjukskriven" om APT-punkten "Ekonomi" vid tillfälle 1 på "Hemtjänst Väst"
    Så avvisas det med "Läs igenom"
    När "Erik Sand" försöker anteckna "Sjukfrånvaron i gruppen minskar" om APT-punkten "Ekonomi" vid tillfälle 1 på "Hemtjänst Väst"
    Så går det

  Scenario: Vem ser en APT
    Så ser "Otto Ask" inte APT på "Hemtjänst Väst"
    Och ser "Maria Sjöberg" inte APT på "Hemtjänst Väst"
    Och ser "Amina Larsson" inte APT på "Hemtjänst Väst"
    Och står "Dagordning" på APT-sidan för "Tove Lind" på "Hemtjänst Väst"
    Och står "Dagordning" på APT-sidan för "Jonas Berg" på "Hemtjänst Väst"
    Och står "Dagordning" på APT-sidan för "Birgitta Ek" på "Hemtjänst Väst"
    Och står "Dagordning" på APT-sidan för "Hanna Ros" på "Hemtjänst Väst"
