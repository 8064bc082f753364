#!/bin/sh
# Builds Regular.ttf and Bold.ttf from Debian's fonts-noto-core (20201225); needs Python with fonttools.
set -e
N=/usr/share/fonts/truetype/noto
O="--layout-features= --no-hinting --drop-tables+=GDEF,GPOS,GSUB,DSIG,gasp,MVAR,STAT,HVAR,MATH,VORG,vhea,vmtx,meta --notdef-outline"
P=${PYTHON:-python3}
$P -m fontTools.subset $N/NotoSansMath-Regular.ttf --unicodes="U+2190-2195,U+21D0-21D4,U+2205,U+2208,U+2211,U+2212,U+221A,U+221E,U+2227-222A,U+2248,U+2260,U+2261,U+2264,U+2265" $O --output-file=math.ttf
$P -m fontTools.subset $N/NotoSansSymbols2-Regular.ttf --unicodes="U+2610-2612,U+2605-2606,U+2713-2718,U+25A0,U+25A1,U+25B2,U+25B6,U+25BC,U+25C0,U+25C6,U+25CB,U+25CF,U+26A0" $O --output-file=sym.ttf
for w in Regular Bold; do $P -m fontTools.subset $N/NotoSans-$w.ttf --unicodes="U+0020-007E,U+00A0-024F,U+0259,U+0292,U+02B0-02FF,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+2010-2027,U+2030-205E,U+2070-209F,U+20A0-20BF,U+2100-214F,U+2150-218F,U+FFFD" $O --output-file=NotoSans-$w.ttf; done
$P - <<'E'
from fontTools.ttLib import TTFont
from fontTools.merge import Merger
for w in ['Regular','Bold']:
  m=Merger().merge(['NotoSans-%s.ttf'%w,'math.ttf','sym.ttf'])
  m.recalcTimestamp=False
  m['head'].created=m['head'].modified=3600000000
  m.save('%s.ttf'%w)
  c=m.getBestCmap(); print(w,len(c),len(m.getGlyphOrder()),list(m.keys())); print([ch for ch in "≥≤□→✓☐☑•�" if ord(ch) not in c])
E
rm -f math.ttf sym.ttf NotoSans-Regular.ttf NotoSans-Bold.ttf
