package org.lethe.gdpr.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.lethe.gdpr.selector.SelectorFault.INVALID_MATCH;
import static org.lethe.gdpr.selector.SelectorFault.INVALID_SELECTOR;
import static org.lethe.gdpr.selector.SelectorFault.NETWORK_TOO_WIDE;
import static org.lethe.gdpr.selector.SelectorFault.NO_SUBJECT;
import static org.lethe.gdpr.selector.SelectorFault.TOO_MANY_SELECTORS;
import static org.lethe.gdpr.selector.SelectorFault.UNKNOWN_SELECTOR;
import static org.lethe.gdpr.selector.SelectorFault.UNMARKED_DETAIL;
import static org.lethe.gdpr.subject.Ids.ACME;
import static org.lethe.gdpr.subject.Ids.GLOBEX;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.subject.Identifier;
import org.lethe.gdpr.subject.AnyOf;
import org.lethe.gdpr.subject.Ids;
import org.lethe.gdpr.subject.Match;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.runtime.problem.Refusal;

/** A subject is looked for only if all of how it is named was understood. */
class SelectorReaderTest {

    private static final DetailName CUSTOMER = DetailName.of("customer");
    private static final DetailName MEMBER = DetailName.of("member");

    private final SelectorReader reader =
            new SelectorReader(
                    account -> account.equals(ACME) ? Set.of(CUSTOMER, MEMBER) : Set.of());

    @Test
    void readsEveryKindOfSelector() {
        String visit = Ids.visit().value();
        Selectors selectors =
                read(
                        """
                        {"match":"all","emails":["mia@visitor.example"],"addresses":["192.0.2.7"],
                         "networks":["192.0.2.0/24"],"details":[{"name":"member","value":"m-1"}],
                         "customerIds":["4711"],"references":["7k3f9 qxm2d"],"visits":["%s"],
                         "chats":[],"letters":null,"confirmation":"token"}\
                        """
                                .formatted(visit));

        assertThat(selectors.match()).isEqualTo(Match.ALL);
        assertThat(selectors.ids()).extracting("value").containsExactly(visit);
        assertThat(selectors.identifiers())
                .containsExactlyInAnyOrder(
                        AnyOf.one(new Identifier.Email(EmailAddress.of("mia@visitor.example"))),
                        AnyOf.one(new Identifier.Address(ClientAddress.of("192.0.2.7"))),
                        AnyOf.one(new Identifier.Network(ClientAddress.of("192.0.2.0"))),
                        AnyOf.one(new Identifier.Detail(MEMBER, DetailText.of("m-1"))),
                        new AnyOf(
                                Set.of(
                                        new Identifier.Detail(MEMBER, DetailText.of("4711")),
                                        new Identifier.Detail(CUSTOMER, DetailText.of("4711")))),
                        AnyOf.one(new Identifier.Reference(new ReferenceNumber("7K3F9-QXM2D"))));
    }

    @Test
    void takesAnyWhereNothingIsSaid() {
        assertThat(read("{\"emails\":[\"mia@visitor.example\"]}").match()).isEqualTo(Match.ANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"visits\":[]}", "{\"emails\":null}", "{\"match\":\"all\"}"})
    void refusesWhatNamesNobody(String json) {
        refuses(ACME, json, NO_SUBJECT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "emails     | \"mia\"",
                "emails     | \"\"",
                "emails     | null",
                "addresses  | \"visitor.example\"",
                "addresses  | \"192.0.2.0/24\"",
                "networks   | \"192.0.2.7\"",
                "details    | {\"name\":\"member\"}",
                "details    | {\"value\":\"m-1\"}",
                "details    | null",
                "customerIds| \" \"",
                "references | \"7K3F9\"",
                "visits     | \"canary\"",
                "chats      | null",
                "letters    | \"v07-t3st-0123456789abcdefghjkmnpqrs\""
            })
    void refusesAMalformedSelectorByName(String name, String value) {
        String good = name.equals("references") ? "emails" : "references";
        String read = good.equals("emails") ? "mia@visitor.example" : "7K3F9-QXM2D";

        refuses(
                ACME,
                "{\"%s\":[\"%s\"],\"%s\":[%s]}".formatted(good, read, name, value),
                INVALID_SELECTOR,
                name);
    }

    @Test
    void refusesWhatItDoesNotKnowByNameWhateverElseIsNamed() {
        String json =
                """
                {"emails":["mia@visitor.example"],"phone":"1","mia@visitor.example":1}\
                """;

        refuses(ACME, json, UNKNOWN_SELECTOR, "phone", "?");
    }

    @Test
    void refusesAMatchThatIsNone() {
        refuses(
                ACME,
                "{\"match\":\"both\",\"references\":[\"7K3F9-QXM2D\"]}",
                INVALID_MATCH,
                "match");
    }

    @Test
    void refusesANetworkThatIsTooWide() {
        String json = "{\"networks\":[\"10.0.0.0/8\"],\"references\":[\"7K3F9-QXM2D\"]}";

        refuses(ACME, json, NETWORK_TOO_WIDE, "networks");
    }

    @Test
    void refusesDetailsThatTheAccountHasNotMarked() {
        String detail =
                "{\"details\":[{\"name\":\"colour\",\"value\":\"red\"}],\"references\":[\"7K3F9-QXM2D\"]}";
        String customer = "{\"customerIds\":[\"4711\"],\"references\":[\"7K3F9-QXM2D\"]}";

        refuses(ACME, detail, UNMARKED_DETAIL, "details");
        refuses(GLOBEX, customer, UNMARKED_DETAIL, "customerIds");
    }

    @Test
    void refusesMoreSelectorsThanOnePersonHas() {
        String most = emails(Selectors.MAX_SELECTORS);
        assertThat(read("{\"emails\":[" + most + "]}").count()).isEqualTo(Selectors.MAX_SELECTORS);

        refuses(
                ACME,
                "{\"emails\":[" + most + "],\"visits\":[\"" + Ids.visit().value() + "\"]}",
                TOO_MANY_SELECTORS,
                "visits");
    }

    @Test
    void refusesNetworksThatAreTooWideTogether() {
        assertThat(read("{\"networks\":[\"10.0.0.0/16\",\"10.1.0.0/16\"]}").indexed())
                .hasSize(Selectors.MAX_IDENTIFIERS);

        refuses(
                ACME,
                "{\"networks\":[\"10.0.0.0/16\",\"10.1.0.0/16\",\"192.0.2.0/24\"]}",
                TOO_MANY_SELECTORS);
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        String json = "{\"match\":\"none\",\"emails\":[\"mia\"],\"visits\":[\"x\"],\"x\":1}";

        assertThat(faults(ACME, json))
                .extracting(NotUnderstood.Fault::reason)
                .containsExactlyInAnyOrder(
                        INVALID_MATCH, INVALID_SELECTOR, UNKNOWN_SELECTOR, NO_SUBJECT);
    }

    @Test
    void knowsTheMembersThatABodyHas() {
        assertThat(NamedSubject.MEMBERS)
                .containsExactlyElementsOf(
                        Arrays.stream(NamedSubject.class.getRecordComponents())
                                .map(RecordComponent::getName)
                                .filter(name -> !name.equals("others"))
                                .toList());
    }

    private static String emails(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "\"mia" + number + "@visitor.example\"")
                .collect(Collectors.joining(","));
    }

    private void refuses(AccountId account, String json, SelectorFault fault, String... names) {
        assertThat(faults(account, json))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.reason()).isEqualTo(fault);
                    assertThat(each.message()).isEqualTo(fault.message());
                    assertThat(each.selectors()).containsExactlyInAnyOrder(names);
                });
    }

    private List<NotUnderstood.Fault> faults(AccountId account, String json) {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> reader.read(account, body(json)));
        assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED);
        return ((NotUnderstood) refusal.details().orElseThrow()).errors();
    }

    private Selectors read(String json) {
        return reader.read(ACME, body(json));
    }

    private static NamedSubject body(String json) {
        try {
            return WireFormat.mapper().readValue(json, NamedSubject.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
