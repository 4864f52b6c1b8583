package io.hourglass.portal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at start where to look. */
@Component
@ConditionalOnWebApplication
class Addresses {

    private static final Logger log = LoggerFactory.getLogger(Addresses.class);

    @EventListener
    void tell(ServletWebServerInitializedEvent started) {
        var address = "http://127.0.0.1:" + started.getWebServer().getPort();
        log.info("Start page: {}/", address);
        log.info("API:        {}/openapi", address);
    }
}
