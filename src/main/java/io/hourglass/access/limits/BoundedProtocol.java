package io.hourglass.access.limits;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.function.Predicate;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

/** HTTP over connections of which an address may open so many; a further one is closed before anything is read of it. */
public final class BoundedProtocol extends Http11NioProtocol {

    /** Tomcat makes it by its name. */
    public BoundedProtocol() {
        super(new Endpoint());
    }

    void limit(int connections, Predicate<InetAddress> without) {
        ((Endpoint) getEndpoint()).limit(connections, without);
    }

    private static final class Endpoint extends NioEndpoint {

        private final CountedConnections counted = new CountedConnections();
        private volatile int most = Integer.MAX_VALUE;
        private volatile Predicate<InetAddress> unlimited = address -> false;

        Endpoint() {
            connections = counted;
        }

        void limit(int connectionsOfAnAddress, Predicate<InetAddress> without) {
            most = connectionsOfAnAddress;
            unlimited = without;
        }

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            var peer = socket.socket().getInetAddress();
            if (peer != null && counted.of(ClientAddress.of(peer)) >= most && !unlimited.test(peer)) {
                destroySocket(socket);
                return false;
            }
            return super.setSocketOptions(socket);
        }
    }
}
