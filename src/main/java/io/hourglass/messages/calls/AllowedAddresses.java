package io.hourglass.messages.calls;

import io.hourglass.kernel.InvalidInput;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * To which addresses this program may connect because somebody outside says so: those of the public Internet, and networks that the configuration allows. What is
 * special by the registries of IANA is none: this machine, inside networks, links (with the metadata of clouds), and addresses that
 * have others in them.
 */
@Component
public class AllowedAddresses {

    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32", // Azure's own
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3", // multicast and reserved
                    "::/8",
                    "64:ff9b::/32",
                    "100::/8",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "5f00::/8",
                    "fc00::/6", // inside networks, and what is next to them
                    "fe80::/9", // links and sites
                    "ff00::/8")
            .map(network -> Network.of(network, "special"))
            .toList();

    private final List<Network> allowed;

    @Autowired
    AllowedAddresses(CallSettings settings) {
        this("hourglass.messages.webhooks.allowed-networks", settings.allowedNetworks());
    }

    /**
     * @param property by which they are configured
     * @throws InvalidInput if one of them is no network
     */
    public AllowedAddresses(String property, List<String> allowed) {
        this.allowed =
                allowed.stream().map(network -> Network.of(network, property)).toList();
    }

    public boolean allows(InetAddress address) {
        return isIn(allowed, address) || !isIn(SPECIAL, address);
    }

    private static boolean isIn(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.holds(address));
    }
}
