package org.lethe.acceptance.journey;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lethe.acceptance.client.Gateway;
import org.lethe.acceptance.client.OperatorClient;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.SignIn;
import org.lethe.acceptance.client.Trust;
import org.lethe.acceptance.client.UnexpectedAnswer;
import org.lethe.acceptance.client.VisitorClient;
import org.lethe.stack.inbox.InboxClient;
import org.lethe.stack.inbox.ReceivedMail;
import org.lethe.stack.layout.StackState;

/** Who takes part: makes the clients of the local realm's people and of visitors. */
public final class People {
    public static final String PASSWORD = "lethe-demo";
    public static final String OPERATOR = "anna@acme.example";
    public static final String ADMINISTRATOR = "adam@acme.example";
    public static final String PRIVACY_OFFICER = "petra@acme.example";
    public static final String OTHER_OPERATOR = "otto@globex.example";
    public static final String OTHER_ADMINISTRATOR = "gina@globex.example";
    public static final String OTHER_PRIVACY_OFFICER = "paul@globex.example";
    public static final String ACCOUNT = "acme";
    public static final String OTHER_ACCOUNT = "globex";

    /** The detail that names a person, in either account. */
    public static final String MARKED_DETAIL = "customer";

    private final Gateway gateway;
    private final String origin;
    private final SignIn signIn;
    private final InboxClient inbox;
    private final Map<String, String> tokens = new HashMap<>();

    private People(Gateway gateway, String origin, SignIn signIn, InboxClient inbox) {
        this.gateway = gateway;
        this.origin = origin;
        this.signIn = signIn;
        this.inbox = inbox;
    }

    /** The people of a whole suite, whose gateway they trust. */
    public static People of(StackState suite) {
        URI gateway = Objects.requireNonNull(suite.gateway());
        URI site = Objects.requireNonNull(suite.site());
        Trust trust = Trust.in(suite.certificate());
        return new People(
                new Gateway(gateway, trust),
                site.getScheme() + "://" + site.getAuthority(),
                new SignIn(gateway, trust),
                new InboxClient(suite.inbox()));
    }

    /** The same people; all that they send carries a header. */
    public People with(String header, String value) {
        return new People(gateway.with(header, value), origin, signIn, inbox);
    }

    public VisitorClient visitor(Persona persona) {
        return visitor(ACCOUNT, persona);
    }

    /** A visitor of another account's page. */
    VisitorClient visitor(String account, Persona persona) {
        return new VisitorClient(
                gateway.with("User-Agent", Persona.FIREFOX), account, origin, persona);
    }

    /** Whether the account's widget would offer a chat now. */
    public boolean isDeskOpen() {
        return gateway.get("/v1/desk/status?account=" + ACCOUNT, null)
                .expect(200)
                .json()
                .path("online")
                .asBoolean();
    }

    public OperatorClient operator(String user) {
        return new OperatorClient(gateway.with("Origin", gatewayOrigin()), token(user));
    }

    /** The user's access token, signed in once. */
    public String token(String user) {
        return tokens.computeIfAbsent(user, name -> signIn.as(name, PASSWORD));
    }

    public Gateway gateway() {
        return gateway;
    }

    public String origin() {
        return origin;
    }

    private String gatewayOrigin() {
        return gateway.base().getScheme() + "://" + gateway.base().getAuthority();
    }

    public InboxClient inbox() {
        return inbox;
    }

    /** Waits until so many mails hold the text in their decoded text part. */
    public List<ReceivedMail> awaitMails(String text, int count, Duration patience) {
        if (!Pause.until(patience, () -> inbox.mailsWith(text).size() >= count)) {
            throw new UnexpectedAnswer(
                    inbox.mailsWith(text).size() + " of " + count + " mails arrived");
        }
        return inbox.mailsWith(text);
    }
}
