package org.lethe.acceptance.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lethe.stack.process.Http;

/**
 * Signs in at Keycloak as the console does: authorization code with PKCE (RFC 7636), through the
 * login page.
 */
public record SignIn(URI gateway, Trust trust) {
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    /** The access token of a user, signed in with a fresh browser. */
    public String as(String user, String password) {
        try (HttpClient browser = browser()) {
            String verifier = random();
            String redirect = gateway.resolve("/console/").toString();
            HttpResponse<String> page =
                    get(
                            browser,
                            realm("auth"),
                            Map.of(
                                    "response_type", "code",
                                    "client_id", "lethe-console",
                                    "redirect_uri", redirect,
                                    "scope", "openid organization",
                                    "state", random(),
                                    "code_challenge", challenge(verifier),
                                    "code_challenge_method", "S256"));
            String code =
                    code(
                            browser,
                            page,
                            List.of(Map.of("username", user), Map.of("password", password)));
            HttpResponse<String> tokens =
                    post(
                            browser,
                            realm("token"),
                            Map.of(
                                    "grant_type", "authorization_code",
                                    "client_id", "lethe-console",
                                    "redirect_uri", redirect,
                                    "code", code,
                                    "code_verifier", verifier));
            String token = Json.parse(tokens.body()).path("access_token").asText();
            if (token.isEmpty()) {
                throw new UnexpectedAnswer("Keycloak gave no token, status " + tokens.statusCode());
            }
            return token;
        } catch (IOException e) {
            throw new UnexpectedAnswer("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnexpectedAnswer("interrupted", e);
        }
    }

    /** A realm with organizations asks for the name first and for the password on a second page. */
    private static String code(
            HttpClient browser, HttpResponse<String> first, List<Map<String, String>> answers)
            throws IOException, InterruptedException {
        HttpResponse<String> page = first;
        for (Map<String, String> answer : answers) {
            Matcher form = FORM.matcher(page.body());
            if (!form.find()) {
                break;
            }
            page = post(browser, URI.create(form.group(1).replace("&amp;", "&")), answer);
            Matcher code = CODE.matcher(page.headers().firstValue("Location").orElse(""));
            if (code.find()) {
                return code.group(1);
            }
        }
        throw new UnexpectedAnswer(
                "Keycloak did not accept the sign-in, status " + page.statusCode());
    }

    private HttpClient browser() {
        return trust.client().cookieHandler(new LoopbackCookies()).build();
    }

    private URI realm(String endpoint) {
        return gateway.resolve("/auth/realms/lethe/protocol/openid-connect/" + endpoint);
    }

    private static HttpResponse<String> get(
            HttpClient browser, URI address, Map<String, String> query)
            throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(address + "?" + Http.form(query))).build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(
            HttpClient browser, URI address, Map<String, String> form)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Http.form(form)))
                        .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
