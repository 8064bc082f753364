# The server: one static program, no shell, no root.
#
#   docker build -t samverka .
#   docker run -p 8080:8080 -e SAMVERKA_DATABASE_URL=postgres://… samverka
#
# It needs a Postgres server of its own beside it; see docker-compose.yml.
FROM golang:1.26-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o /out/samverka ./cmd/samverka

# Certificates for mail over TLS, time zones, and the user nonroot (65532).
FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /out/samverka /samverka
COPY LICENSE /LICENSE
ENV SAMVERKA_ADDR=0.0.0.0:8080
EXPOSE 8080
USER nonroot
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s --retries=3 CMD ["/samverka", "healthcheck"]
# Requests under way are answered before the program ends.
STOPSIGNAL SIGTERM
ENTRYPOINT ["/samverka"]
CMD ["serve"]
