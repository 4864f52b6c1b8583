package io.hourglass.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets ids hold any character but controls: they stay within their part of the path, as the rules read it too. Refused is
 * an address with which the rules, who read it as it was sent, and the container, which tidies it up to find a servlet,
 * would mean different things: {@code /badges/..;/camunda} is a badge's to the one and Cockpit's to the other.
 */
final class AddressesAsSent extends StrictHttpFirewall {

    AddressesAsSent() {
        setAllowUrlEncodedSlash(true);
        setAllowUrlEncodedDoubleSlash(true);
        setAllowUrlEncodedPercent(true);
        setAllowUrlEncodedPeriod(true);
        setAllowBackSlash(true);
        setAllowSemicolon(true);
        setAllowUrlEncodedLineSeparator(true);
        setAllowUrlEncodedParagraphSeparator(true);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        var checked = super.getFirewalledRequest(request);
        var sent = request.getRequestURI();
        if (sent.contains("//")
                || PathContainer.parsePath(sent).elements().stream().anyMatch(AddressesAsSent::goesUp)) {
            throw new RequestRejectedException("a part of the path is empty, . or .., in whatever writing");
        }
        return checked;
    }

    private static boolean goesUp(PathContainer.Element part) {
        return part instanceof PathSegment segment
                && (segment.valueToMatch().equals(".") || segment.valueToMatch().equals(".."));
    }
}
