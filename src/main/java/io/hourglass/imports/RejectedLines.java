package io.hourglass.imports;

import io.hourglass.imports.files.ImportFile;
import io.hourglass.imports.files.Imports;
import io.hourglass.imports.files.NotedLine.Kind;
import io.hourglass.kernel.text.OneLine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/**
 * The rejected lines of a file as a file: each as it came, behind a remark that says its number and why. Corrected it can be sent
 * again as it is, since remarks are passed over.
 */
@Component
public class RejectedLines {

    private static final int PART = 500;

    private final Imports imports;

    RejectedLines(Imports imports) {
        this.imports = imports;
    }

    public void write(ImportFile file, OutputStream out) throws IOException {
        var header = file.header();
        if (header != null) {
            line(out, header);
        }
        var behind = 0L;
        for (var part = imports.noted(file.id(), Kind.REJECTED, behind, PART);
                !part.isEmpty();
                part = imports.noted(file.id(), Kind.REJECTED, behind, PART)) {
            for (var line : part) {
                line(out, "#! line " + line.number() + ": " + OneLine.of(line.reason()));
                out.write(line.latin().getBytes(StandardCharsets.ISO_8859_1));
                out.write('\n');
                behind = line.number();
            }
        }
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
