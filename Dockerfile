# syntax=docker/dockerfile:1
# By tag, because a digest is known only to who can ask the registry: give it, --build-arg RUNTIME=eclipse-temurin:25-jre@sha256:...
ARG BUILD=eclipse-temurin:17-jdk
ARG RUNTIME=eclipse-temurin:25-jre

FROM ${BUILD} AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
RUN ./mvnw -B -ntp dependency:go-offline
COPY job-config job-config
COPY reports-templates reports-templates
COPY src src
RUN ./mvnw -B -ntp package -DskipTests
# Libraries that change seldom lie in a layer of their own, without those of other systems and processors.
RUN java -Djarmode=tools -jar target/rollcall.jar extract --layers --destination layers \
    && java src/main/image/ForeignLibraries.java layers/dependencies/lib

FROM ${RUNTIME}
ARG VERSION=0.5.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Rollcall" \
    org.opencontainers.image.description="Calls every account of an AWS Organization, every night" \
    org.opencontainers.image.licenses="Apache-2.0" \
    org.opencontainers.image.version="${VERSION}" \
    org.opencontainers.image.revision="${REVISION}"
RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/*
RUN groupadd --gid 65532 rollcall && useradd --uid 65532 --gid 65532 --no-create-home rollcall \
    && mkdir -p /tmp && chown 65532:65532 /tmp
COPY --from=build --chown=root:root /build/layers/dependencies/ /opt/rollcall/
COPY --from=build --chown=root:root /build/target/classes/META-INF/sbom/application.cdx.json /opt/rollcall/sbom.cdx.json
COPY --chown=root:root LICENSE /opt/rollcall/LICENSE
COPY --from=build --chown=root:root /build/layers/application/ /opt/rollcall/
WORKDIR /opt/rollcall
# A small night shows which classes a night loads; only this Java with these jars, under these paths, can use what is kept.
RUN java --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:ArchiveClassesAtExit=/opt/rollcall/rollcall.jsa \
    -jar /opt/rollcall/rollcall.jar \
    demo --accounts 3 --regions 1 --out /tmp/trained && rm -rf /tmp/*
# One arena of the C library: DuckDB's and the JVM's memory is given back instead of being kept in many.
ENV MALLOC_ARENA_MAX=1
USER 65532:65532
# Works with a read-only root file system; everything local goes to /tmp.
VOLUME /tmp
# Out of memory ends with 137, as where the kernel kills: -XX:+ExitOnOutOfMemoryError ends with 3, which means published
# and complete. Process 1 cannot be killed from inside, so that is tini, which hands signals on and the exit code back.
ENTRYPOINT ["/usr/bin/tini", "--", "java", "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", \
    "-XX:SharedArchiveFile=/opt/rollcall/rollcall.jsa", "-Xshare:auto", "-Xlog:cds=off", \
    "-XX:OnOutOfMemoryError=kill -9 %p", "-Djava.io.tmpdir=/tmp", "-jar", "/opt/rollcall/rollcall.jar"]
CMD ["run"]
