package io.hourglass.access.addresses;

import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Lets ids hold any character but controls: they stay within their part of the path, as the rules read it too. */
public final class StrictPathFirewall extends StrictHttpFirewall {

    public StrictPathFirewall() {
        setAllowUrlEncodedSlash(true);
        setAllowUrlEncodedDoubleSlash(true);
        setAllowUrlEncodedPercent(true);
        setAllowUrlEncodedPeriod(true);
        setAllowBackSlash(true);
        setAllowSemicolon(true);
        setAllowUrlEncodedLineSeparator(true);
        setAllowUrlEncodedParagraphSeparator(true);
        // headers that matter are checked where they are used; the others are ignored
        setAllowedHeaderNames(name -> true);
        setAllowedHeaderValues(value -> true);
        setAllowedParameterNames(name -> true);
    }
}
