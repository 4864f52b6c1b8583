package io.hourglass.portal.settings;

import static io.hourglass.portal.settings.WebhooksPage.ADDRESS;
import static io.hourglass.portal.settings.WebhooksPage.address;

import io.hourglass.messages.setup.SendByHand;
import io.hourglass.messages.setup.SetUpWebhooks;
import io.hourglass.web.Page;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done to a webhook by one button each. */
@Page
class WebhookDeedsPage {

    private final SetUpWebhooks setUp;
    private final SendByHand send;
    private final SettingsPageSupport pages;

    WebhookDeedsPage(SetUpWebhooks setUp, SendByHand send, SettingsPageSupport pages) {
        this.setUp = setUp;
        this.send = send;
        this.pages = pages;
    }

    @PostMapping(ADDRESS + "/{webhook}/rotation")
    ModelAndView rotate(@PathVariable String webhook, RedirectAttributes flash) {
        flash.addFlashAttribute("secret", setUp.rotate(webhook).secret());
        return pages.done(address(webhook), flash, "settings.webhooks.rotated");
    }

    @PostMapping(ADDRESS + "/{webhook}/suspension")
    ModelAndView disable(@PathVariable String webhook, RedirectAttributes flash) {
        setUp.disable(webhook);
        return pages.done(address(webhook), flash, "settings.webhooks.isDisabled");
    }

    @PostMapping(ADDRESS + "/{webhook}/resumption")
    ModelAndView enable(@PathVariable String webhook, RedirectAttributes flash) {
        setUp.enable(webhook);
        return pages.done(address(webhook), flash, "settings.webhooks.isEnabled");
    }

    @PostMapping(ADDRESS + "/{webhook}/removal")
    ModelAndView remove(@PathVariable String webhook, RedirectAttributes flash) {
        setUp.remove(webhook);
        return pages.done(ADDRESS, flash, "settings.webhooks.removed");
    }

    @PostMapping(ADDRESS + "/{webhook}/tests")
    ModelAndView test(@PathVariable String webhook, RedirectAttributes flash) {
        send.test(webhook);
        return pages.done(address(webhook), flash, "settings.webhooks.tested");
    }

    @PostMapping(ADDRESS + "/{webhook}/retries")
    ModelAndView sendDeadAgain(@PathVariable String webhook, RedirectAttributes flash) {
        return pages.done(address(webhook), flash, "settings.webhooks.sentAgain", send.sendDeadAgain(webhook));
    }

    @PostMapping(ADDRESS + "/{webhook}/deliveries/{event}/retries")
    ModelAndView sendAgain(@PathVariable String webhook, @PathVariable String event, RedirectAttributes flash) {
        send.sendAgain(webhook, event);
        return pages.done(address(webhook), flash, "settings.webhooks.sentAgain", 1);
    }
}
