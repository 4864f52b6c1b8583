package io.hourglass.relay.smtp;

import io.hourglass.relay.addresses.RelayAddresses;
import io.hourglass.relay.mails.TakeRelayedMail;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Takes mails to relay addresses from the marketplace's mail server, and says that one was taken only once it is committed. It passes
 * nothing on to anybody else.
 */
final class RelayServer implements AutoCloseable {

    /** From one server that keeps what is not taken at once. */
    private static final int MOST_CONNECTIONS = 20;

    private static final int MOST_RECIPIENTS = 20;
    private static final int TIMEOUT_SECONDS = 60;

    private final SMTPServer server;

    /**
     * @param port 0 for any that is free
     * @param most in bytes of a mail
     */
    RelayServer(RelayAddresses addresses, TakeRelayedMail take, InetAddress host, int port, int most) {
        this.server = SMTPServer.port(port)
                .bindAddress(host)
                .softwareName("Hourglass")
                .hideTLS()
                .insertReceivedHeaders(false)
                .maxConnections(MOST_CONNECTIONS)
                .maxRecipients(MOST_RECIPIENTS)
                .maxMessageSize(most)
                .connectionTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .messageHandlerFactory(context -> new IncomingMessage(addresses, take, most))
                .build();
    }

    void start() {
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    /** What is being taken is taken. */
    @Override
    public void close() {
        server.stop();
    }
}
