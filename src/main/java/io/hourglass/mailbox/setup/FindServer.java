package io.hourglass.mailbox.setup;

import static java.util.Comparator.comparing;

import io.hourglass.mailbox.boxes.ImapServer;
import io.hourglass.mailbox.imap.Login.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds the server of an address: a known provider's, by its domain or by where the domain's mail goes, or the one that the domain names
 * (RFC 6186). What the DNS says may be forged, so a named one must lie in the domain itself, or be a known provider's.
 */
@Component
public class FindServer {

    private static final int MAX_RECORDS = 20;

    private final DnsRecords records;

    FindServer(DnsRecords records) {
        this.records = records;
    }

    /** Empty if it has to be asked of who has the address. It may take some seconds. */
    public Optional<ImapServer> of(String address) {
        var domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return Stream.<Supplier<Optional<ImapServer>>>of(
                        () -> KnownServers.ofDomain(domain),
                        () -> byExchanger(domain),
                        () -> named(domain, "_imaps._tcp.", Security.IMPLICIT_TLS),
                        () -> named(domain, "_imap._tcp.", Security.STARTTLS))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Of priority and host. */
    private Optional<ImapServer> byExchanger(String domain) {
        return fields(domain, "MX", 2).stream()
                .flatMap(mx -> KnownServers.ofExchanger(host(mx[1])).stream())
                .findFirst();
    }

    /** Of priority, weight, port and host. */
    private Optional<ImapServer> named(String domain, String service, Security security) {
        return fields(service + domain, "SRV", 4).stream()
                .filter(srv -> isTrusted(host(srv[3]), domain))
                .map(srv -> new ImapServer(host(srv[3]), Integer.parseInt(srv[2]), security))
                .findFirst();
    }

    private static boolean isTrusted(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain) || KnownServers.isHost(host);
    }

    /** Those that are well formed, the lowest priority first. */
    private List<String[]> fields(String name, String type, int count) {
        return records.of(name, type).stream()
                .limit(MAX_RECORDS)
                .map(record -> record.strip().split("\\s+", -1))
                .filter(fields -> fields.length == count && areNumbers(fields))
                .sorted(comparing(fields -> Integer.parseInt(fields[0])))
                .toList();
    }

    private static boolean areNumbers(String[] fields) {
        return Arrays.stream(fields).limit(fields.length - 1L).allMatch(field -> field.matches("\\d{1,5}"));
    }

    private static String host(String field) {
        var name = field.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
