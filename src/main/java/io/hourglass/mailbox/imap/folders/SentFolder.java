package io.hourglass.mailbox.imap.folders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which folder holds what was sent: the one that the server marks so, else by its name in the languages of the marketplace. */
public final class SentFolder {

    private static final Set<String> NAMES = names();

    private SentFolder() {}

    /** One if it is known, none or several if the supplier has to say which. */
    public static List<RemoteFolder> among(List<RemoteFolder> folders) {
        var marked = folders.stream().filter(RemoteFolder::isMarkedSent).toList();
        return marked.isEmpty()
                ? folders.stream().filter(SentFolder::isCalledSo).toList()
                : marked;
    }

    private static boolean isCalledSo(RemoteFolder folder) {
        return folder.opens() && NAMES.contains(folded(folder.leaf()));
    }

    private static Set<String> names() {
        var stream = Objects.requireNonNull(SentFolder.class.getResourceAsStream("sent-folders.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> folded(line.substring(line.indexOf(' ') + 1)))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
