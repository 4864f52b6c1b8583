package io.hourglass.mailbox.imap.wire;

import io.hourglass.messages.calls.AllowedAddresses;
import java.io.IOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Connects to mail servers. A name is looked up once: what was found is checked, and what was checked is connected to, so that it cannot lead
 * elsewhere in between. The name is the one that a certificate has to be for.
 */
public final class Connector implements AutoCloseable {

    private static final int MAX_ADDRESSES = 3;
    private static final Pattern BRACKETS = Pattern.compile("^\\[(.*)]$");

    private final Names names;
    private final AllowedAddresses allowed;
    private final Set<Integer> ports;
    private final Supplier<SSLSocketFactory> tls;
    private final Duration connectTimeout;
    private final Duration commandTimeout;
    private final ScheduledExecutorService alarms = alarmThread();
    private final ExecutorService threads = Executors.newCachedThreadPool(daemons("mailbox-names"));

    /**
     * @param tls asked for when the first server is encrypted: what it believes takes a while to be read
     * @param connectTimeout of each step until the server greets
     */
    public Connector(
            AllowedAddresses allowed,
            Set<Integer> ports,
            Supplier<SSLSocketFactory> tls,
            Duration connectTimeout,
            Duration commandTimeout) {
        this(InetAddress::getAllByName, allowed, ports, tls, connectTimeout, commandTimeout);
    }

    /** Where names lead. */
    interface Names {

        InetAddress[] find(String name) throws UnknownHostException;
    }

    Connector(
            Names names,
            AllowedAddresses allowed,
            Set<Integer> ports,
            Supplier<SSLSocketFactory> tls,
            Duration connectTimeout,
            Duration commandTimeout) {
        this.names = names;
        this.allowed = allowed;
        this.ports = ports;
        this.tls = tls;
        this.connectTimeout = connectTimeout;
        this.commandTimeout = commandTimeout;
    }

    private static ScheduledExecutorService alarmThread() {
        var alarms = new ScheduledThreadPoolExecutor(1, daemons("mailbox-deadlines"));
        alarms.setRemoveOnCancelPolicy(true);
        return alarms;
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * @param host a name, or an address in digits
     * @throws ForbiddenAddress if nothing is sent there
     * @throws UnknownHostException if there is no such host
     * @throws javax.net.ssl.SSLException if it is not the host that was asked for, or does not speak TLS
     */
    public Connection connect(String host, int port, boolean encrypted) throws IOException {
        if (!ports.contains(port)) {
            throw new ForbiddenAddress("port " + port);
        }
        var name = ascii(host);
        var raw = connected(found(name), port);
        try {
            return new Connection(this, name, raw, encrypted ? encrypted(raw, name) : raw);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static String ascii(String host) throws UnknownHostException {
        try {
            var name = BRACKETS.matcher(IDN.toASCII(host.strip())).replaceFirst("$1");
            return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        } catch (IllegalArgumentException e) {
            throw new UnknownHostException(host);
        }
    }

    private InetAddress[] found(String name) throws IOException {
        if (name.isEmpty()) {
            throw new UnknownHostException(name); // it would be this machine
        }
        var addresses = lookedUp(name);
        if (!Arrays.stream(addresses).allMatch(allowed::allows)) {
            throw new ForbiddenAddress(name);
        }
        return addresses;
    }

    private InetAddress[] lookedUp(String name) throws IOException {
        try {
            return CompletableFuture.supplyAsync(() -> all(name), threads)
                    .get(connectTimeout.toMillis(), TimeUnit.MILLISECONDS)
                    .orElseThrow(() -> new UnknownHostException(name));
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("the name is not found in time");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SocketTimeoutException("this program ends");
        }
    }

    private Optional<InetAddress[]> all(String name) {
        try {
            return Optional.of(names.find(name));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** To the first that answers. */
    private Socket connected(InetAddress[] addresses, int port) throws IOException {
        IOException failure = new UnknownHostException();
        for (var address : Arrays.copyOf(addresses, Math.min(addresses.length, MAX_ADDRESSES))) {
            var socket = new Socket(Proxy.NO_PROXY);
            try {
                socket.connect(new InetSocketAddress(address, port), (int) connectTimeout.toMillis());
                socket.setTcpNoDelay(true);
                return socket;
            } catch (IOException e) {
                socket.close();
                failure = e;
            }
        }
        throw failure;
    }

    SSLSocket encrypted(Socket raw, String host) throws IOException {
        try (var deadline = new Deadline(alarms, connectTimeout, raw)) {
            try {
                var socket = (SSLSocket) tls.get().createSocket(raw, host, raw.getPort(), true);
                var parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                return socket;
            } catch (IOException e) {
                throw deadline.why(e);
            }
        }
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    Duration commandTimeout() {
        return commandTimeout;
    }

    ScheduledExecutorService alarms() {
        return alarms;
    }

    /** For what may take a while: the alarms' own thread waits for nobody. */
    ExecutorService threads() {
        return threads;
    }

    @Override
    public void close() {
        alarms.shutdownNow();
        threads.shutdownNow();
    }
}
