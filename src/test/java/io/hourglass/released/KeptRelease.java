package io.hourglass.released;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a release on one database, below {@code released/VERSION/} among the test resources: the database
 * itself, the export of its ledger, and what numbers and verdicts read then, each as a gzipped file.
 *
 * @param version of the release
 * @param database {@code h2} or {@code postgres}
 */
record KeptRelease(String version, String database) {

    /** Lines of SQL, as {@code SCRIPT} writes them on H2, and as {@link PlainSql} does on PostgreSQL. */
    String sql() {
        return text("sql");
    }

    /** The lines of {@link Reading}, and before them the instant at which they were read. */
    List<String> reading() {
        return text("reading.txt").lines().skip(1).toList();
    }

    Instant now() {
        return Instant.parse(text("reading.txt").lines().findFirst().orElseThrow());
    }

    String ledger() {
        return text("ledger.ndjson");
    }

    /** The name among the test resources. */
    String resource(String what) {
        return "/released/" + version + "/" + database + "." + what + ".gz";
    }

    private String text(String what) {
        try (var kept = open(resource(what))) {
            return new String(kept.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) throws IOException {
        @Nullable InputStream found = KeptRelease.class.getResourceAsStream(resource);
        if (found == null) {
            throw new IllegalStateException("nothing is kept at " + resource);
        }
        return new GZIPInputStream(found);
    }

    static void keep(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content);
        }
    }
}
