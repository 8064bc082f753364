# language: sv
Egenskap: Beslutsläget leder till beslutet
  Den som gör det som står först i beslutsläget, på den sida som länken leder till, kommer fram till beslutet.
  Ingen rad är en återvändsgränd.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
      | Vision       |
    Och enheterna:
      | enhet           | del av          | chef          |
      | Älvsunda kommun |                 | Karin Dahl    |
      | Vård och omsorg | Älvsunda kommun | Birgitta Ek   |
      | Hemtjänst Väst  | Vård och omsorg | Amina Larsson |
      | Utbildning      | Älvsunda kommun | Ulf Ek        |
      | Förskolor Norr  | Utbildning      | Sofia Nyström |
    Och grupperna:
      | grupp       | nivå | enhet           | ordförande    | överordnad |
      | FSG VO      | FSG  | Vård och omsorg | Birgitta Ek   |            |
      | LSG VO Väst | LSG  | Hemtjänst Väst  | Amina Larsson | FSG VO     |
      | FSG UT      | FSG  | Utbildning      | Ulf Ek        |            |
    Och mandaten:
      | person        | roll                | organisation | grupp       | enhet          |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |                |
      | Per Holm      | facklig företrädare | Vision       | LSG VO Väst |                |
      | Maria Sjöberg | facklig företrädare | Kommunal     | FSG VO      |                |
      | Per Holm      | facklig företrädare | Vision       | FSG VO      |                |
      | Maria Sjöberg | facklig företrädare | Kommunal     | FSG UT      |                |
      | Jonas Berg    | skyddsombud         |              |             | Hemtjänst Väst |
      | Hanna Ros     | HR                  |              |             |                |
      | Nils Öberg    | förhandlingschef    |              |             |                |
    Och klockan är 2027-02-01 09:00
    Och "Amina Larsson" skapar ärendet "Nytt schema":
      | fält            | värde          |
      | enhet           | Hemtjänst Väst |
      | kategori        | arbetstid      |
      | syfte           | Längre vila    |
      | planerat beslut | 2027-05-31     |
      | beslutsfattare  | chef           |

  Scenario: Från ett nytt ärende, med en oenig organisation
    Givet "Per Holm" svarar "oenig" när det frågas
    När länkarna i beslutsläget för "Nytt schema" följs tills beslutet är fattat
    Så är ärendet "Nytt schema" "Beslutat"
    Och har beslutsläget för "Nytt schema" bett om:
      | Det finns inget förslag att samverka om.                 |
      | Samverkansplanen är inte fastställd.                     |
      | Riskbedömningen är inte fastställd.                      |
      | LSG VO Väst har inte behandlat frågan                    |
      | Kommunal, Vision har inte tagit ställning i LSG VO Väst. |
      | Ordföranden har inte förklarat samverkan avslutad        |
      | Vision var oenig och kan begära central förhandling      |

  Scenario: När justeringen gör samverkan fullgjord
    Givet avtalet anger:
      | parameter               | värde     |
      | samverkan fullgjord vid | justering |
    När länkarna i beslutsläget för "Nytt schema" följs tills beslutet är fattat
    Så har beslutsläget för "Nytt schema" bett om:
      | Den blir fullgjord när protokollet är justerat. |

  Scenario: Genom en central förhandling
    Givet "Per Holm" svarar "oenig" när det frågas
    När länkarna i beslutsläget för "Nytt schema" följs tills "Vision var oenig" står först
    Och "Per Holm" begär central förhandling i "Nytt schema" för "Vision"
    När länkarna i beslutsläget för "Nytt schema" följs tills beslutet är fattat
    Så har beslutsläget för "Nytt schema" bett om:
      | Central förhandling med Vision är inte avslutad. |

  Scenario: Efter ett undantag väntar genomförandet på den centrala förhandlingen
    Givet avtalet anger:
      | parameter                        | värde  |
      | verkställighet under förhandling | väntar |
    Och "Per Holm" svarar "oenig" när det frågas
    När länkarna i beslutsläget för "Nytt schema" följs tills "Vision var oenig" står först
    Och "Per Holm" begär central förhandling i "Nytt schema" för "Vision"
    Och "Amina Larsson" begär undantag för synnerliga skäl i "Nytt schema":
      | fält                   | värde                        |
      | vad                    | Schemat behövs i natt        |
      | skada av att vänta     | Nattpassen står tomma        |
      | varför inte förutsett  | Två verksamheter brann i går |
      | varför inte extra möte | Passen börjar klockan 21     |
    Och "Nils Öberg" godkänner undantaget i "Nytt schema"
    Och "Amina Larsson" beslutar i "Nytt schema" enligt förslaget
    Och "Amina Larsson" försöker sätta "Nytt schema" i verket
    Så avvisas det med "förhandling"
    När förhandlingen med "Vision" i "Nytt schema" avslutas av "Amina Larsson" genom "oenighet"
    Och "Amina Larsson" sätter "Nytt schema" i verket
    Så är ärendet "Nytt schema" "Genomförs"

  Scenario: Genom en lokal förhandling
    När länkarna i beslutsläget för "Nytt schema" följs tills "LSG VO Väst har inte behandlat frågan" står först
    Och "Per Holm" begär MBL-förhandling i "Nytt schema" för "Vision"
    När länkarna i beslutsläget för "Nytt schema" följs tills beslutet är fattat
    Så har beslutsläget för "Nytt schema" bett om:
      | MBL 11 Vision är inte avslutad. |

  Scenario: När den enda organisationen i gruppen förhandlar i stället
    Givet mandaten:
      | person   | roll                | organisation | grupp       | till       |
      | Per Holm | facklig företrädare | Vision       | LSG VO Väst | 2027-02-01 |
    När länkarna i beslutsläget för "Nytt schema" följs tills "LSG VO Väst har inte behandlat frågan" står först
    Och "Maria Sjöberg" begär MBL-förhandling i "Nytt schema" för "Kommunal"
    Och klockan blir 2027-02-02 09:00
    När länkarna i beslutsläget för "Nytt schema" följs tills beslutet är fattat
    Så har beslutsläget för "Nytt schema" bett om:
      | Ingen organisation kan ta ställning i LSG VO Väst. |
      | MBL 11 Kommunal är inte avslutad.                  |

  Scenario: Sedan avtalet har upphört för en organisation
    När länkarna i beslutsläget för "Nytt schema" följs tills "LSG VO Väst har inte behandlat frågan" står först
    Givet arbetstagarorganisationerna:
      | organisation | avtal till |
      | Vision       | 2027-02-10 |
    När länkarna i beslutsläget för "Nytt schema" följs tills beslutet är fattat
    Så har beslutsläget för "Nytt schema" bett om:
      | Samverkansavtalet gäller inte för Vision |

  Scenario: Genom förstärkt samverkan
    Givet avtalet anger:
      | parameter         | värde                                    |
      | steg vid oenighet | förstärkt samverkan, central förhandling |
    Och "Per Holm" svarar "oenig" när det frågas
    När länkarna i beslutsläget för "Nytt schema" följs tills "Vision var oenig och kan begära förstärkt samverkan" står först
    Och "Per Holm" begär nästa steg i "Nytt schema" för "Vision"
    Och "Per Holm" svarar "enig" när det frågas
    När länkarna i beslutsläget för "Nytt schema" följs tills beslutet är fattat
    Så har beslutsläget för "Nytt schema" bett om:
      | Vision har begärt förstärkt samverkan. |

  Scenario: Genom gruppen ovanför
    Givet avtalet anger:
      | parameter         | värde                            |
      | steg vid oenighet | högre grupp, central förhandling |
    Och "Amina Larsson" lägger fram förslag 1 av "Nytt schema":
      """
      Sexveckorsschema.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Nytt schema":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Och "Per Holm" svarar "oenig" när det frågas
    När länkarna i beslutsläget för "Nytt schema" följs tills "Vision var oenig och kan begära att gruppen ovanför" står först
    Och "Per Holm" begär nästa steg i "Nytt schema" för "Vision"
    Och "Per Holm" svarar "enig" när det frågas
    När länkarna i beslutsläget för "Nytt schema" följs tills beslutet är fattat
    Så har beslutsläget för "Nytt schema" bett om:
      | Vision har begärt att FSG VO behandlar frågan. |

  Scenario: När förslaget ändras efter behandlingen
    Givet "Amina Larsson" lägger fram förslag 1 av "Nytt schema":
      """
      Sexveckorsschema.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Nytt schema":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
      | grupp | FSG VO      |
    När länkarna i beslutsläget för "Nytt schema" följs tills "FSG VO har inte behandlat frågan" står först
    Och "Amina Larsson" lägger fram förslag 2 av "Nytt schema":
      """
      Sjuveckorsschema utan delade turer.
      """
    När länkarna i beslutsläget för "Nytt schema" följs tills beslutet är fattat
    Så har beslutsläget för "Nytt schema" bett om:
      | Förslaget har ändrats. LSG VO Väst ska behandla den nya versionen. |

  Scenario: När grupperna ska avsluta nedifrån och upp
    Givet avtalet anger:
      | parameter              | värde            |
      | ordning mellan grupper | nedifrån och upp |
    Och "Amina Larsson" lägger fram förslag 1 av "Nytt schema":
      """
      Sexveckorsschema.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Nytt schema":
      | spår  | grupp       |
      | grupp | FSG VO      |
      | grupp | LSG VO Väst |
    När länkarna i beslutsläget för "Nytt schema" följs tills beslutet är fattat
    Så har beslutsläget för "Nytt schema" bett om:
      | LSG VO Väst har inte behandlat frågan |
      | FSG VO har inte behandlat frågan      |

  Scenario: När ändringen är redaktionell
    Givet "Per Holm" svarar "oenig" när det frågas
    När länkarna i beslutsläget för "Nytt schema" följs tills "Vision var oenig" står först
    Och "Amina Larsson" lägger fram förslag 2 av "Nytt schema" som redaktionell ändring:
      """
      Sjuveckorsschema utan delade turer.
      """
    Och "Per Holm" avstår för "Vision" från central förhandling i "Nytt schema"
    När länkarna i beslutsläget för "Nytt schema" följs tills beslutet är fattat
    Så har beslutsläget för "Nytt schema" bett om:
      | Version 2 är märkt som redaktionell. |

  Scenario: När frågan bordläggs
    När länkarna i beslutsläget för "Nytt schema" följs tills "har inte tagit ställning i LSG VO Väst" står först
    Och "Nytt schema" bordläggs på mötet med "LSG VO Väst" 2027-02-22 till 2027-03-10 eftersom "Underlaget räcker inte"
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-02-22
    När länkarna i beslutsläget för "Nytt schema" följs tills beslutet är fattat
    Så har beslutsläget för "Nytt schema" bett om:
      | LSG VO Väst har bordlagt frågan till |

  Scenario: När mötet slutar mitt i behandlingen
    När länkarna i beslutsläget för "Nytt schema" följs tills "har inte tagit ställning i LSG VO Väst" står först
    Och organisationerna tar ställning i "Nytt schema":
      | organisation | ställning | av       |
      | Vision       | enig      | Per Holm |
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-02-22
    När länkarna i beslutsläget för "Nytt schema" följs tills beslutet är fattat
    Så har beslutsläget för "Nytt schema" bett om:
      | LSG VO Väst har ajournerat behandlingen. |

  Scenario: När ingen organisation kommer
    När länkarna i beslutsläget för "Nytt schema" följs tills "har inte tagit ställning i LSG VO Väst" står först
    Och närvarande på mötet med "LSG VO Väst" 2027-02-22 är:
      | person        | deltar      |
      | Maria Sjöberg | frånvarande |
      | Per Holm      | frånvarande |
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-02-22
    När länkarna i beslutsläget för "Nytt schema" följs tills "Ingen organisation kom till LSG VO Väst" står först
    När länkarna i beslutsläget för "Nytt schema" följs tills "har inte tagit ställning i LSG VO Väst" står först
    Och närvarande på mötet med "LSG VO Väst" 2027-03-15 är:
      | person        | deltar      |
      | Maria Sjöberg | frånvarande |
      | Per Holm      | frånvarande |
    När länkarna i beslutsläget för "Nytt schema" följs tills beslutet är fattat
    Så har beslutsläget för "Nytt schema" bett om:
      | Ingen organisation kom till LSG VO Väst 22 februari 2027. Kalla en gång till. |
      | Ingen organisation har kommit till LSG VO Väst två gånger.                    |
      | HR ska bekräfta                                                               |

  Scenario: När gruppen avslutas
    När länkarna i beslutsläget för "Nytt schema" följs tills "LSG VO Väst har inte behandlat frågan, och" står först
    Och "Hanna Ros" avslutar gruppen "LSG VO Väst" till förmån för "FSG VO" utan att flytta något
    När länkarna i beslutsläget för "Nytt schema" följs tills beslutet är fattat
    Så har beslutsläget för "Nytt schema" bett om:
      | LSG VO Väst är avslutad. |

  Scenario: När arbetet ska utföras av andra
    Givet "Amina Larsson" skapar ärendet "Städning på entreprenad":
      | fält                      | värde            |
      | enhet                     | Hemtjänst Väst   |
      | kategori                  | organisation     |
      | syfte                     | Jämnare kvalitet |
      | planerat beslut           | 2027-05-31       |
      | beslutsfattare            | chef             |
      | utomstående utför arbetet | ja               |
    Och "Amina Larsson" lägger fram förslag 1 av "Städning på entreprenad":
      """
      En entreprenör städar från den 1 september 2027.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Städning på entreprenad":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    När länkarna i beslutsläget för "Städning på entreprenad" följs tills beslutet är fattat
    Så har beslutsläget för "Städning på entreprenad" bett om:
      | Utomstående ska utföra arbetet, men planen saknar förhandling enligt MBL 38 §. |

  Scenario: När frågan bara är information
    Givet "Amina Larsson" svarar på frågorna om "Nytt nyckelskåp":
      | fråga                | svar           |
      | enhet                | Hemtjänst Väst |
      | kategori             | övrigt         |
      | viktigare förändring | nej            |
      | planerat beslut      | 2027-03-31     |
    Och "Amina Larsson" skapar ärendet av svaren
    När länkarna i beslutsläget för "Nytt nyckelskåp" följs tills "Den är uppsatt på mötet" står först
    När länkarna i beslutsläget för "Nytt nyckelskåp" följs tills beslutet är fattat
    Så har beslutsläget för "Nytt nyckelskåp" bett om:
      | LSG VO Väst har inte fått information. |

  Scenario: Över två förvaltningar, där parterna behöver komma överens om planen
    Givet "Karin Dahl" skapar ärendet "Gemensam resepolicy":
      | fält            | värde                      |
      | enhet           | Vård och omsorg, Utbildning |
      | kategori        | policy                     |
      | syfte           | Samma regler               |
      | planerat beslut | 2027-05-31                 |
      | beslutsfattare  | chef                       |
    När länkarna i beslutsläget för "Gemensam resepolicy" följs tills beslutet är fattat
    Så har beslutsläget för "Gemensam resepolicy" bett om:
      | Parterna behöver komma överens om samverkansplanen |

  Scenario: En vecka före beslutet får ägaren veta vad som saknas, av vem, till när och var
    När länkarna i beslutsläget för "Nytt schema" följs tills "LSG VO Väst har inte behandlat frågan" står först
    Och klockan blir 2027-05-24 08:00
    Så har "Amina Larsson" fått e-post med ämnet "Saker saknas före beslutet 31 maj 2027: Nytt schema"
    Och står "LSG VO Väst har inte behandlat frågan, och den är inte uppsatt på något möte. Amina Larsson, före beslutet, planerat till 31 maj 2027 Sätt upp på ett möte: http" i mejlet till "Amina Larsson" med ämnet "Saker saknas före beslutet 31 maj 2027: Nytt schema"
