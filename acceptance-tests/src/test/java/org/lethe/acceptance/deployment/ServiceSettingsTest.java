package org.lethe.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.topic.Topic;

/** Each service has the settings that its code or its deployment can't do without. */
class ServiceSettingsTest {

    private static final Pattern MOST_BYTES =
            Pattern.compile("@WithDefault\\(\"(\\d+)\"\\)[^;]*int mostBytes\\(\\);");

    @ParameterizedTest
    @EnumSource
    void haveTheNameThatEventsAndGroupsAreTold(ServiceName service) {
        assertThat(ServiceSources.of(service).get("quarkus.application.name"))
                .isEqualTo(service.code());
    }

    @ParameterizedTest
    @EnumSource
    void haveWhatTheCodeHasNoDefaultFor(ServiceName service) {
        ServiceSources sources = ServiceSources.of(service);

        assertThat(sources.required())
                .contains("lethe.redis.uri", "lethe.secrets.directory")
                .allSatisfy(setting -> assertThat(sources.has(setting)).as(setting).isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void connectEachChannelToATopic(ServiceName service) {
        ServiceSources sources = ServiceSources.of(service);

        assertThat(sources.channels())
                .contains("incoming.erasures", "outgoing.lethe-outbox")
                .allSatisfy(channel -> isConnected(sources, "mp.messaging." + channel));
    }

    @ParameterizedTest
    @EnumSource
    void entitleTheirDocument(ServiceName service) {
        ServiceSources sources = ServiceSources.of(service);

        assertThat(sources.get("quarkus.smallrye-openapi.info-title").isEmpty())
                .isNotEqualTo(sources.code().contains("@Path(\""));
    }

    /** Whoever comes back is sent the chat before it has read any of it. */
    @Test
    void letAWholeChatWaitForItsReader() {
        ServiceSources chat = ServiceSources.of(ServiceName.CHAT_SERVICE);
        long most =
                MOST_BYTES
                        .matcher(chat.code())
                        .results()
                        .map((MatchResult found) -> Long.parseLong(found.group(1)))
                        .findFirst()
                        .orElseThrow();

        assertThat(chat.get("lethe.sockets.max-unsent"))
                .isNotEmpty()
                .satisfies(set -> assertThat(Long.parseLong(set)).isGreaterThan(2 * most));
    }

    /** What Quarkus takes is not less than what we do, or a file ends with its connection. */
    @Test
    void takeWholeFiles() {
        ServiceSources files = ServiceSources.of(ServiceName.FILE_RELAY_SERVICE);

        assertThat(files.get("lethe.http.max-body-size"))
                .isEqualTo("${lethe.file.upload.max-size}");
        assertThat(files.get("quarkus.http.limits.max-body-size")).endsWith("G");
        assertThat(files.get("quarkus.http.header.\"Content-Security-Policy\".value"))
                .contains("sandbox");
    }

    /** Who asks for erasures does not answer itself. */
    @ParameterizedTest
    @EnumSource
    void answerErasuresIfTheyHaveAStep(ServiceName service) {
        ServiceSources sources = ServiceSources.of(service);

        assertThat(sources.get("lethe.erasures.answer").equals("false"))
                .isNotEqualTo(sources.code().contains(" implements ErasureStep"));
    }

    private static void isConnected(ServiceSources sources, String channel) {
        assertThat(sources.get(channel + ".connector")).as(channel).isEqualTo("smallrye-kafka");
        assertThat(Topic.find(sources.get(channel + ".topic"))).as(channel).isPresent();
        if (channel.contains(".incoming.")) {
            assertThat(
                            sources.get(channel + ".group.id")
                                    .replace("${quarkus.application.name}", ""))
                    .as("one group for each topic of %s", channel)
                    .satisfiesAnyOf(
                            group -> assertThat(group).startsWith("-"),
                            group -> assertThat(group).startsWith(sources.service().code()));
        }
    }
}
