package org.lethe.presence.it;

import java.net.URI;
import org.lethe.presence.it.Site.Visit;

/** The sockets of a service. */
record Sockets(URI service) {

    /** An operator who opens the list. */
    TestClient watch(String token) {
        return TestClient.greet(at("v1/visitors/socket"), ShortVisits.CONSOLE, token);
    }

    /** A page of the visitor's; it sends no heartbeats by itself. */
    TestClient arrive(Site site, Visit visit) {
        return TestClient.greet(at(visit.path()), site.origin(), visit.token());
    }

    URI at(String path) {
        return URI.create(service.toString().replaceFirst("^http", "ws")).resolve("/" + path);
    }

    static String page(String url) {
        return "{\"type\":\"page\",\"url\":\"" + url + "\",\"title\":\"Next\"}";
    }
}
