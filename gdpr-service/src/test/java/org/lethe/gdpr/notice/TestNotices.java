package org.lethe.gdpr.notice;

import org.lethe.gdpr.processor.OpenDsrSettings;
import org.lethe.runtime.outside.OutsideUrls;
import org.lethe.runtime.outside.TestOutside;

/** Where tests may be called back. */
public final class TestNotices {

    private TestNotices() {}

    /** The registered origins, at the port of HTTPS. */
    public static CallbackOrigins origins(OpenDsrSettings settings) {
        return new CallbackOrigins(settings, new OutsideUrls(TestOutside.settings()));
    }
}
