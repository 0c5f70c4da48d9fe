package org.lethe.acceptance.client;

import java.net.CookieHandler;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The cookies of one sign-in. Browsers send secure cookies to {@code localhost} over plain HTTP
 * too; the JDK's own handler doesn't.
 */
final class LoopbackCookies extends CookieHandler {
    private final Map<String, String> values = new LinkedHashMap<>();

    @Override
    public synchronized Map<String, List<String>> get(
            URI address, Map<String, List<String>> request) {
        if (values.isEmpty()) {
            return Map.of();
        }
        String header =
                values.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
        return Map.of("Cookie", List.of(header));
    }

    @Override
    public synchronized void put(URI address, Map<String, List<String>> response) {
        response.forEach((name, headers) -> {
            if ("set-cookie".equalsIgnoreCase(name)) {
                headers.forEach(this::keep);
            }
        });
    }

    private void keep(String header) {
        String[] pair = header.split(";", 2)[0].split("=", 2);
        if (header.contains("Max-Age=0")) {
            values.remove(pair[0]);
        } else {
            values.put(pair[0], pair[1]);
        }
    }
}
