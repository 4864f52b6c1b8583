package io.hourglass.mailbox.setup;

import io.hourglass.mailbox.boxes.ImapServer;
import io.hourglass.mailbox.imap.Login.Security;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Providers' servers, as the file {@code servers.txt} has them. */
final class KnownServers {

    private static final List<Known> ALL = read();

    private KnownServers() {}

    private record Known(String kind, String name, ImapServer server) {

        /** {@code kind name host port security}. */
        static Known of(String line) {
            var words = line.split("\\s+", -1);
            return new Known(
                    words[0],
                    words[1],
                    new ImapServer(words[2], Integer.parseInt(words[3]), Security.valueOf(words[4])));
        }
    }

    /** @param domain in small letters */
    static Optional<ImapServer> ofDomain(String domain) {
        return all("domain")
                .filter(known -> known.name().equals(domain))
                .map(Known::server)
                .findFirst();
    }

    /** @param exchanger to which a domain's mail goes, in small letters */
    static Optional<ImapServer> ofExchanger(String exchanger) {
        return all("mx")
                .filter(known -> exchanger.equals(known.name()) || exchanger.endsWith("." + known.name()))
                .map(Known::server)
                .findFirst();
    }

    static boolean isHost(String host) {
        return ALL.stream().anyMatch(known -> known.server().host().equals(host));
    }

    private static Stream<Known> all(String kind) {
        return ALL.stream().filter(known -> known.kind().equals(kind));
    }

    private static List<Known> read() {
        try (var file = Objects.requireNonNull(KnownServers.class.getResourceAsStream("servers.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Known::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
