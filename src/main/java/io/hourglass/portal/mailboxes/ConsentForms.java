package io.hourglass.portal.mailboxes;

import io.hourglass.access.FormTargets;
import io.hourglass.mailbox.grants.Providers;
import java.util.List;
import java.util.SortedSet;
import org.springframework.stereotype.Component;

/** The forms of a mailbox lead to the providers that are configured. */
@Component
class ConsentForms implements FormTargets {

    private final Providers providers;

    ConsentForms(Providers providers) {
        this.providers = providers;
    }

    /** With that on which a form is shown again that was not taken. */
    @Override
    public List<String> pages() {
        return List.of("/suppliers/{supplier}/mailbox", "/suppliers/{supplier}/mailbox/consent");
    }

    @Override
    public SortedSet<String> origins() {
        return providers.origins();
    }
}
