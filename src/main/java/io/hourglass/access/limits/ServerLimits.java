package io.hourglass.access.limits;

import java.net.InetAddress;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.coyote.http11.Http11NioProtocol;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Puts the limits of an address into the web server. */
@Configuration
@ConditionalOnWebApplication
@EnableConfigurationProperties(PerAddress.class)
class ServerLimits {

    private static final int AFTER_THE_FORWARDED_ADDRESS = 100;

    /** @throws IllegalStateException if callers could choose the address that they are counted by */
    @Bean
    @Order(AFTER_THE_FORWARDED_ADDRESS)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> limitsOfAnAddress(
            PerAddress limits, ServerProperties server, Throttled log) {
        if (server.getForwardHeadersStrategy() == ForwardHeadersStrategy.FRAMEWORK) {
            throw new IllegalStateException(
                    "server.forward-headers-strategy: framework trusts every caller; use native,"
                            + " and server.tomcat.remoteip.internal-proxies to say who is a proxy");
        }
        return factory -> {
            factory.setProtocol(BoundedProtocol.class.getName());
            factory.addProtocolHandlerCustomizers((Http11NioProtocol protocol) -> {
                if (protocol instanceof BoundedProtocol bounded) {
                    bounded.limit(limits.connections(), proxies(server));
                }
            });
            factory.addEngineValves(new ShareOfThreads(limits, log));
        };
    }

    private static Predicate<InetAddress> proxies(ServerProperties server) {
        if (server.getForwardHeadersStrategy() != ForwardHeadersStrategy.NATIVE) {
            return address -> false;
        }
        var trusted = Pattern.compile(server.getTomcat().getRemoteip().getInternalProxies());
        return address -> trusted.matcher(address.getHostAddress()).matches();
    }
}
