package io.hourglass.messages.calls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Looks names up, each by one thread at a time, and knows only addresses that are allowed. The client connects to what was found and
 * checked here and never asks again, so that a name cannot lead elsewhere in between.
 */
@Component
public class PinnedAddresses implements DnsResolver, DisposableBean {

    private static final Duration KEPT = Duration.ofSeconds(30);

    private final AllowedAddresses allowed;
    private final Clock clock;
    private final Map<String, Lookup> lookups = new ConcurrentHashMap<>();
    private final Map<String, InetAddress[]> pinned = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(PinnedAddresses::thread);

    public PinnedAddresses(AllowedAddresses allowed, Clock clock) {
        this.allowed = allowed;
        this.clock = clock;
    }

    private record Lookup(CompletableFuture<Void> done, Instant begun) {

        boolean holdsAt(Instant now) {
            return !done.isDone() || now.isBefore(begun.plus(KEPT));
        }
    }

    /** Done once the name can be connected to; fails if it cannot, or leads where nothing may be sent. */
    CompletableFuture<Void> pin(String host) {
        var now = clock.instant();
        return lookups.compute(
                        name(host), (name, known) -> known != null && known.holdsAt(now) ? known : lookUp(name, now))
                .done();
    }

    private Lookup lookUp(String name, Instant now) {
        return new Lookup(CompletableFuture.runAsync(() -> find(name), threads), now);
    }

    private void find(String name) {
        try {
            var found = InetAddress.getAllByName(name);
            if (!Arrays.stream(found).allMatch(allowed::allows)) {
                throw new ForbiddenAddress(name);
            }
            pinned.put(name, found);
        } catch (UnknownHostException e) {
            pinned.remove(name);
            throw new CompletionException(e);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = pinned.get(name(host));
        if (found == null) {
            throw new UnknownHostException(host);
        }
        return found.clone();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private static String name(String host) {
        var bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return bare.toLowerCase(Locale.ROOT);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "webhook-names");
        thread.setDaemon(true);
        return thread;
    }
}
