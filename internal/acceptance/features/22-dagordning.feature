# language: sv
Egenskap: Dagordningen
  Ordföranden sätter ihop dagordningen av stående punkter, ärenden, förslag och det som tidigare möten lämnade kvar.
  När kallelsen har gått ut ligger punkterna fast. Ett skyddsombuds begäran kan ingen ta bort.

  Bakgrund:
    Givet organisationen "Älvsunda Energi AB" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                           | värde |
      | sista dag för punkter, dagar        | 10    |
      | svar på begäran enligt 6:6a, dagar  | 14    |
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
    Och enheterna:
      | enhet            | del av             | chef         |
      | Energibolaget    |                    | Birgitta Ek  |
      | Kraftvärmeverket | Energibolaget      | Tomas Eklund |
    Och grupperna:
      | grupp           | nivå | enhet         | ordförande  | skyddskommitté |
      | Bolagssamverkan | CSG  | Energibolaget | Birgitta Ek | ja             |
    Och mandaten:
      | person          | roll                | organisation | grupp           | enhet            |
      | Maria Sjöberg   | facklig företrädare | Kommunal     | Bolagssamverkan |                  |
      | Lena Åkesson    | huvudskyddsombud    |              | Bolagssamverkan | Energibolaget    |
      | Hanna Ros       | HR                  |              |                 |                  |
      | Milica Petrović | medarbetare         |              |                 | Kraftvärmeverket |
    Och klockan är 2027-03-01 09:12
    Och "Birgitta Ek" planerar mötet med "Bolagssamverkan" 2027-03-31 klockan 13:00

  Scenario: Stående punkter, ordning och tid
    Så står "Mötet öppnas" på plats 1 på mötet med "Bolagssamverkan" 2027-03-31
    Och står "Arbetsmiljö: anpassning och rehabilitering" på dagordningen för mötet med "Bolagssamverkan" 2027-03-31
    När "Birgitta Ek" lägger till punkten "Läget i ekonomin" på mötet med "Bolagssamverkan" 2027-03-31
    Och "Birgitta Ek" flyttar punkten "Läget i ekonomin" till plats 2 på mötet med "Bolagssamverkan" 2027-03-31
    Så står "Läget i ekonomin" på plats 2 på mötet med "Bolagssamverkan" 2027-03-31
    Och säger dagordningen för mötet med "Bolagssamverkan" 2027-03-31 "Total tid 1 h 40 min av 2 h"

  Scenario: När kallelsen har gått ut ligger punkterna fast
    När "Birgitta Ek" lägger till punkten "Läget i ekonomin" på mötet med "Bolagssamverkan" 2027-03-31
    Och klockan är 2027-03-17 09:00
    Och "Birgitta Ek" skickar kallelsen till mötet med "Bolagssamverkan" 2027-03-31
    Och "Birgitta Ek" försöker ta bort punkten "Läget i ekonomin" från mötet med "Bolagssamverkan" 2027-03-31
    Så avvisas det med "Den ligger fast"
    När "Birgitta Ek" lägger till punkten "Strömavbrottet" på mötet med "Bolagssamverkan" 2027-03-31
    Så varnas "Birgitta Ek" med "Kallelsen"
    Och säger punkten "Strömavbrottet" på mötet med "Bolagssamverkan" 2027-03-31 "Sent anmäld"
    Och säger punkten "Strömavbrottet" på mötet med "Bolagssamverkan" 2027-03-31 "Skäl: Enligt scenariot"
    När "Birgitta Ek" flyttar punkten "Strömavbrottet" till plats 1 på mötet med "Bolagssamverkan" 2027-03-31
    Så står "Strömavbrottet" på plats 1 på mötet med "Bolagssamverkan" 2027-03-31

  Scenario: Efter sista dag för punkter behövs ett skäl också utan kallelse
    När klockan är 2027-03-22 09:00
    Och "Birgitta Ek" lägger till punkten "Läget i ekonomin" på mötet med "Bolagssamverkan" 2027-03-31
    Så varnas "Birgitta Ek" med "Sista dag för punkter var 2027-03-21"
    Och säger punkten "Läget i ekonomin" på mötet med "Bolagssamverkan" 2027-03-31 "Sent anmäld"

  Scenario: Det som bordläggs kommer till mötet på eller efter sin dag
    När "Birgitta Ek" planerar mötet med "Bolagssamverkan" 2027-04-14 klockan 13:00
    Och "Birgitta Ek" planerar mötet med "Bolagssamverkan" 2027-04-28 klockan 13:00
    Och "Birgitta Ek" lägger till punkten "Läget i ekonomin" på mötet med "Bolagssamverkan" 2027-03-31
    Och "Birgitta Ek" lägger till punkten "Nycklar" på mötet med "Bolagssamverkan" 2027-03-31
    Och klockan är 2027-03-17 09:00
    Och "Birgitta Ek" skickar kallelsen till mötet med "Bolagssamverkan" 2027-03-31
    Och klockan är 2027-03-31 13:00
    Och "Birgitta Ek" öppnar mötet med "Bolagssamverkan" 2027-03-31
    Och punkten "Läget i ekonomin" bordläggs på mötet med "Bolagssamverkan" 2027-03-31 till 2027-04-20 eftersom "Siffrorna är inte klara"
    Och "Birgitta Ek" avslutar mötet med "Bolagssamverkan" 2027-03-31
    Så erbjuds "Läget i ekonomin" inte till mötet med "Bolagssamverkan" 2027-04-14
    Och erbjuds "Nycklar" till mötet med "Bolagssamverkan" 2027-04-14
    Och erbjuds "Läget i ekonomin" till mötet med "Bolagssamverkan" 2027-04-28
    När "Birgitta Ek" tar med "Läget i ekonomin" från ett tidigare möte till mötet med "Bolagssamverkan" 2027-04-28
    Så säger punkten "Läget i ekonomin" på mötet med "Bolagssamverkan" 2027-04-28 "Från mötet 31 mars 2027"
    Och erbjuds "Läget i ekonomin" inte till mötet med "Bolagssamverkan" 2027-04-28

  Scenario: Skyddsombudet begär enligt 6:6a
    När "Lena Åkesson" begär en åtgärd enligt 6:6a på "Kraftvärmeverket" om "Ventilationen i panncentralen"
    Så säger begäran "Ventilationen i panncentralen" för "Lena Åkesson" "Begäran kom in måndag 1 mars 2027 kl. 09.12"
    Och säger begäran "Ventilationen i panncentralen" för "Lena Åkesson" "senast 15 mars 2027"
    Och har "Lena Åkesson" fått e-post med ämnet "Din begäran har kommit in"
    Och har "Tomas Eklund" uppgiften "Svara på skyddsombudets begäran i Kraftvärmeverket"
    Och står "Ventilationen i panncentralen" på dagordningen för mötet med "Bolagssamverkan" 2027-03-31
    När "Birgitta Ek" försöker ta bort punkten "Ventilationen i panncentralen" från mötet med "Bolagssamverkan" 2027-03-31
    Så avvisas det med "kan inte tas bort"
    Och står "Ventilationen i panncentralen" på dagordningen för mötet med "Bolagssamverkan" 2027-03-31
    När "Birgitta Ek" flyttar punkten "Ventilationen i panncentralen" till plats 3 på mötet med "Bolagssamverkan" 2027-03-31
    Så står "Ventilationen i panncentralen" på plats 3 på mötet med "Bolagssamverkan" 2027-03-31
    När klockan är 2027-03-16 08:00
    Så säger begäran "Ventilationen i panncentralen" för "Lena Åkesson" "Arbetsmiljöverket"
    Och visar HR-översikten 1 "skyddsombuds begäran utan svar i tid" för "Kraftvärmeverket"
    När "Tomas Eklund" svarar på begäran "Ventilationen i panncentralen" med "Vi mäter flödet i april."
    Så säger begäran "Ventilationen i panncentralen" för "Lena Åkesson" "Vi mäter flödet i april."
    Och visar HR-översikten 0 "skyddsombuds begäran utan svar i tid" för "Kraftvärmeverket"
    Och har "Tomas Eklund" inte uppgiften "Svara på skyddsombudets begäran"

  Scenario: En begäran väntar på nästa möte och följer med när mötet inte hinner
    När "Birgitta Ek" planerar mötet med "Bolagssamverkan" 2027-04-28 klockan 13:00
    Och klockan är 2027-03-17 09:00
    Och "Birgitta Ek" skickar kallelsen till mötet med "Bolagssamverkan" 2027-03-31
    Och "Lena Åkesson" begär en åtgärd enligt 6:6a på "Kraftvärmeverket" om "Trasigt räcke"
    Så säger punkten "Trasigt räcke" på mötet med "Bolagssamverkan" 2027-03-31 "Sent anmäld"
    När klockan är 2027-03-31 13:00
    Och "Birgitta Ek" öppnar mötet med "Bolagssamverkan" 2027-03-31
    Och "Birgitta Ek" avslutar mötet med "Bolagssamverkan" 2027-03-31
    Så står "Trasigt räcke" på dagordningen för mötet med "Bolagssamverkan" 2027-04-28
    Och säger punkten "Trasigt räcke" på mötet med "Bolagssamverkan" 2027-04-28 "Från mötet 31 mars 2027"

  Scenario: Ett förslag tas upp, ett annat får svar varför inte
    När "Maria Sjöberg" föreslår "Parkeringen" för gruppen "Bolagssamverkan" eftersom "Det finns för få platser"
    Och "Lena Åkesson" föreslår "Friskvård" för gruppen "Bolagssamverkan" eftersom "Alla får inte del av den"
    Så har "Birgitta Ek" uppgiften "Ta ställning till förslaget till dagordningen: Parkeringen"
    När "Birgitta Ek" tar upp förslaget "Parkeringen" på mötet med "Bolagssamverkan" 2027-03-31
    Och "Birgitta Ek" svarar på förslaget "Friskvård" med "Frågan hör till löneöversynen."
    Så står "Parkeringen" på dagordningen för mötet med "Bolagssamverkan" 2027-03-31
    Och står "Friskvård" inte på dagordningen för mötet med "Bolagssamverkan" 2027-03-31
    Och är förslaget "Parkeringen" för "Maria Sjöberg" "På dagordningen"
    Och är förslaget "Friskvård" för "Lena Åkesson" "Frågan hör till löneöversynen."
    Och har "Birgitta Ek" inte uppgiften "Ta ställning till förslaget"

  Scenario: Den som är inbjuden att föredra en punkt ser bara den
    När "Birgitta Ek" lägger till punkten "Nytt passersystem" på mötet med "Bolagssamverkan" 2027-03-31
    Och "Birgitta Ek" bjuder in "Milica Petrović" att föredra "Nytt passersystem" på mötet med "Bolagssamverkan" 2027-03-31
    Så har "Milica Petrović" uppgiften "Föredra Nytt passersystem"
    Och ser "Milica Petrović" bara punkten "Nytt passersystem" på mötet med "Bolagssamverkan" 2027-03-31
