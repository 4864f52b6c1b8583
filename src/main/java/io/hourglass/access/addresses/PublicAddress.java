package io.hourglass.access.addresses;

import io.hourglass.kernel.InvalidInput;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where this program is found, by the configuration. What a caller says in Host or X-Forwarded-Host gets into no link, no
 * badge and no redirect, which others may read from a cache; redirects are paths.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PublicAddress extends OncePerRequestFilter {

    private static final String HTTPS = "https";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final @Nullable URI configured;

    /**
     * @param address such as {@code https://sla.example}, without a path; empty for http://127.0.0.1 and the port
     * @throws InvalidInput if it is none
     */
    PublicAddress(@Value("${hourglass.public-address:}") String address) {
        this.configured = address.isEmpty() ? null : checked(address);
    }

    private static URI checked(String address) {
        try {
            var uri = URI.create(address);
            if (uri.getHost() != null
                    && (HTTPS.equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && "".equals(uri.getRawPath())
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw noAddress(address);
        }
        throw noAddress(address);
    }

    private static InvalidInput noAddress(String address) {
        return new InvalidInput(
                "hourglass.public-address", address, "an address such as https://sla.example, without a path");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = configured == null ? URI.create("http://127.0.0.1:" + request.getLocalPort()) : configured;
        chain.doFilter(new Found(request, address), new Relative(response, root(address) + "/"));
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return HTTPS.equals(address.getScheme()) ? HTTPS_PORT : HTTP_PORT;
    }

    private static boolean isUsual(URI address) {
        return port(address) == (HTTPS.equals(address.getScheme()) ? HTTPS_PORT : HTTP_PORT);
    }

    private static String root(URI address) {
        return address.getScheme() + "://" + address.getHost() + (isUsual(address) ? "" : ":" + port(address));
    }

    private static final class Found extends HttpServletRequestWrapper {

        private final URI address;

        Found(HttpServletRequest request, URI address) {
            super(request);
            this.address = address;
        }

        @Override
        public String getScheme() {
            return address.getScheme();
        }

        @Override
        public String getServerName() {
            return address.getHost();
        }

        @Override
        public int getServerPort() {
            return port(address);
        }

        @Override
        public boolean isSecure() {
            return super.isSecure() || HTTPS.equals(address.getScheme());
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(root(address)).append(getRequestURI());
        }
    }

    /** Leads to addresses of ours by their path, whatever name the reader found us by. */
    private static final class Relative extends HttpServletResponseWrapper {

        private final String root;

        Relative(HttpServletResponse response, String root) {
            super(response);
            this.root = root;
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            super.sendRedirect(location.startsWith(root) ? location.substring(root.length() - 1) : location);
        }
    }
}
