#!/bin/sh
# Has veraPDF judge sample files against PDF/A-2a and PDF/UA-1. Needs Java and Maven; leaves nothing behind but a temporary folder.
set -eu
version=1.28.2
here=$(cd "$(dirname "$0")" && pwd)
work=${VERAPDF_DIR:-$(mktemp -d)}
jar=$work/m2/org/verapdf/apps/greenfield-apps/$version/greenfield-apps-$version.jar
mkdir -p "$work/samples"
[ -f "$jar" ] || mvn -q -B dependency:get "-Dartifact=org.verapdf.apps:greenfield-apps:$version" "-Dmaven.repo.local=$work/m2"
(cd "$here" && go test -count=1 -run TestSamples . -samples "$work/samples")
for flavour in 2a ua1; do
	java -cp "$jar" org.verapdf.apps.GreenfieldCliWrapper -f "$flavour" --format text -v "$work"/samples/*.pdf
done
