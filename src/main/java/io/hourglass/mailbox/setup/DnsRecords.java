package io.hourglass.mailbox.setup;

import java.util.List;

/** Asks the DNS. */
interface DnsRecords {

    /**
     * @param type such as MX
     * @return as the DNS writes them; none if there are none, or no answer comes in time
     */
    List<String> of(String name, String type);
}
