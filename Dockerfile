# syntax=docker/dockerfile:1
FROM eclipse-temurin:17-jdk AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
RUN ./mvnw -B -ntp dependency:go-offline
COPY job-config job-config
COPY reports-templates reports-templates
COPY src src
RUN ./mvnw -B -ntp package -DskipTests

FROM eclipse-temurin:25-jre
RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/*
RUN groupadd --gid 65532 rollcall && useradd --uid 65532 --gid 65532 --no-create-home rollcall \
    && mkdir -p /tmp && chown 65532:65532 /tmp
COPY --from=build --chown=root:root /build/target/rollcall.jar /opt/rollcall/rollcall.jar
# One arena of the C library: DuckDB's and the JVM's memory is given back instead of being kept in many.
ENV MALLOC_ARENA_MAX=1
USER 65532:65532
WORKDIR /opt/rollcall
# Works with a read-only root file system; everything local goes to /tmp.
VOLUME /tmp
# Out of memory ends with 137, as where the kernel kills: -XX:+ExitOnOutOfMemoryError ends with 3, which means published
# and complete. Process 1 cannot be killed from inside, so that is tini, which hands signals on and the exit code back.
ENTRYPOINT ["/usr/bin/tini", "--", "java", "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", \
    "-XX:OnOutOfMemoryError=kill -9 %p", "-Djava.io.tmpdir=/tmp", "-jar", "/opt/rollcall/rollcall.jar"]
CMD ["run"]
