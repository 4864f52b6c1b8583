package io.hourglass.access.limits;

/** Hears of requests that are refused before anything but their address is looked at. */
public interface Throttled {

    void throttled(ClientAddress address);
}
