package io.hourglass.imports;

import io.hourglass.imports.files.Counts;
import io.hourglass.imports.files.ImportFile;
import io.hourglass.imports.files.ImportState;
import io.hourglass.imports.files.Imports;
import io.hourglass.imports.files.Manner;
import io.hourglass.imports.lines.FileLines;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.text.Sha256;
import io.hourglass.kernel.text.StoredText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the bytes of a file in, a chunk at a time. Its lines are taken afterwards, by whichever node is free. */
@Component
public class StartImport {

    private static final int CHUNK = 512 * 1024;
    private static final int LONGEST_NAME = 200;

    private final Imports imports;
    private final Clock clock;

    StartImport(Imports imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param name for people, 1 to 200 characters
     * @param by who asks
     */
    public record Asked(String name, Manner manner, String by) {

        public Asked {
            StoredText.check("name", name);
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                throw new InvalidInput("name", name, "1 to " + LONGEST_NAME + " characters");
            }
        }

        /** @param rehearsed whether to say only what would become of it */
        public Asked(String name, boolean rehearsed, String by) {
            this(name, rehearsed ? Manner.REHEARSED : Manner.TAKEN, by);
        }
    }

    /**
     * @throws InvalidInput if it is empty, or its first line says of no format what it is; nothing is kept of it then
     * @throws IOException if it breaks off; likewise
     */
    public ImportFile start(Asked asked, InputStream file) throws IOException {
        var first = file.readNBytes(CHUNK);
        var header = header(first, asked.manner());
        var id = UUID.randomUUID().toString().replace("-", "");
        imports.add(ImportFile.builder()
                .id(id)
                .name(asked.name())
                .header(header)
                .manner(asked.manner())
                .state(ImportState.COMING_IN)
                .bytes(0)
                .madeAt(clock.instant())
                .madeBy(asked.by())
                .bytesRead(0)
                .counts(Counts.NONE)
                .build());
        try {
            keep(id, first, file);
        } catch (IOException | RuntimeException e) {
            imports.forget(id);
            throw e;
        }
        return imports.find(id).orElseThrow();
    }

    private void keep(String id, byte[] first, InputStream file) throws IOException {
        var hash = Sha256.digest();
        var bytes = 0L;
        var chunk = first;
        for (var seq = 0; chunk.length > 0; seq++) {
            imports.addChunk(id, seq, chunk);
            hash.update(chunk);
            bytes += chunk.length;
            chunk = file.readNBytes(CHUNK);
        }
        imports.complete(id, HexFormat.of().formatHex(hash.digest()), bytes);
    }

    private static @Nullable String header(byte[] first, Manner manner) {
        try (var lines = FileLines.of(new ByteArrayInputStream(first), manner)) {
            return lines.header();
        } catch (IOException e) {
            throw new InvalidInput("file", "unreadable", "text, or text packed by gzip");
        }
    }
}
