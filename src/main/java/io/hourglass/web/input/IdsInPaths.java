package io.hourglass.web.input;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An id may hold slashes of both kinds: as {@code %2F} and {@code %5C} in a path they stay part of the id. */
@Configuration
class IdsInPaths {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashesStayInIds() {
        return server -> server.addConnectorCustomizers(connector -> {
            connector.setEncodedSolidusHandling("passthrough");
            connector.setEncodedReverseSolidusHandling("passthrough");
        });
    }
}
