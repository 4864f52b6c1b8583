package io.hourglass.access.limits;

import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** The open connections of a server, counted by address as Tomcat adds and removes them. */
final class CountedConnections extends ConcurrentHashMap<SocketChannel, SocketWrapperBase<NioChannel>> {

    private static final long serialVersionUID = 1;

    private final transient Map<ClientAddress, Integer> open = new ConcurrentHashMap<>();

    int of(ClientAddress address) {
        return open.getOrDefault(address, 0);
    }

    @Override
    public @Nullable SocketWrapperBase<NioChannel> put(SocketChannel socket, SocketWrapperBase<NioChannel> connection) {
        open.merge(ClientAddress.of(connection.getRemoteAddr()), 1, Integer::sum); // the connection remembers it
        return super.put(socket, connection);
    }

    @Override
    public @Nullable SocketWrapperBase<NioChannel> remove(Object socket) {
        var connection = super.remove(socket);
        if (connection != null) {
            open.computeIfPresent(
                    ClientAddress.of(connection.getRemoteAddr()), (address, count) -> count == 1 ? null : count - 1);
        }
        return connection;
    }
}
