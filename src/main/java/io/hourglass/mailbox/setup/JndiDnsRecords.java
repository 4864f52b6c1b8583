package io.hourglass.mailbox.setup;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * By the DNS client of the Java platform, at the name servers of this machine. What is dangerous about JNDI is other providers, which
 * make objects of what they get: this one is named in the settings, and reads texts.
 */
@Component
@SuppressWarnings({"BanJNDI", "JdkObsolete"})
class JndiDnsRecords implements DnsRecords {

    private static final Logger log = LoggerFactory.getLogger(JndiDnsRecords.class);
    private static final String MILLIS = "1500";

    @Override
    public List<String> of(String name, String type) {
        var settings = new Hashtable<String, String>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put("com.sun.jndi.dns.timeout.initial", MILLIS);
        settings.put("com.sun.jndi.dns.timeout.retries", "1");
        try {
            var context = new InitialDirContext(settings);
            try {
                return values(context, name, type);
            } finally {
                context.close();
            }
        } catch (NamingException e) {
            log.debug("No {} of {}", type, name, e);
            return List.of();
        }
    }

    private static List<String> values(InitialDirContext context, String name, String type) throws NamingException {
        var found = context.getAttributes("dns:/" + name, new String[] {type}).get(type);
        var values = new ArrayList<String>();
        for (var at = 0; found != null && at < found.size(); at++) {
            values.add(String.valueOf(found.get(at)));
        }
        return values;
    }
}
