package org.lethe.mail.post;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** The mail client's settings, checked at start. */
record SmtpSettings(
        PostSettings config, InternetAddress from, SSLSocketFactory sockets, boolean verifiesHost) {

    static SmtpSettings of(PostSettings config, TlsConfigurationRegistry certificates) {
        PostLimits.check(config);
        try {
            var from = new InternetAddress(config.from(), true);
            if (config.tlsConfigurationName().isEmpty()) {
                return new SmtpSettings(
                        config, from, SSLContext.getDefault().getSocketFactory(), true);
            }
            TlsConfiguration tls =
                    certificates
                            .get(config.tlsConfigurationName().get())
                            .orElseThrow(
                                    () -> new IllegalStateException("no such TLS configuration"));
            boolean verifiesHost =
                    tls.getHostnameVerificationAlgorithm().filter("NONE"::equals).isEmpty();
            return new SmtpSettings(
                    config, from, tls.createSSLContext().getSocketFactory(), verifiesHost);
        } catch (AddressException | GeneralSecurityException e) {
            throw new IllegalStateException("lethe.mail.server can't be used", e);
        } catch (Exception e) {
            // What createSSLContext declares.
            throw new IllegalStateException("the trust store of the mail server can't be used", e);
        }
    }

    /** The sender's domain, for Message-IDs. */
    String domain() {
        String address = from.getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }

    ForgetfulTransport transport(boolean tlsRequired) {
        var wire = new Wire(sockets);
        return new ForgetfulTransport(
                session(tlsRequired || config.tlsRequired(), wire), wire, config.silence());
    }

    private Session session(boolean tlsRequired, Wire wire) {
        var properties = new Properties();
        properties.put("mail.smtp.host", config.host());
        properties.put("mail.smtp.port", Integer.toString(config.port()));
        config.ownHostName().ifPresent(name -> properties.put("mail.smtp.localhost", name));
        properties.put("mail.smtp.auth", Boolean.toString(config.username().isPresent()));
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", Boolean.toString(tlsRequired));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(config.implicitTls()));
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.socketFactory", wire.plain());
        properties.put("mail.smtp.ssl.socketFactory", wire.encrypted());
        // What fails must not be tried again with the JDK's own sockets and authorities.
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.ssl.checkserveridentity", Boolean.toString(verifiesHost));
        properties.put("mail.smtp.connectiontimeout", millis(config.connectTimeout()));
        properties.put("mail.smtp.timeout", millis(config.silence()));
        properties.put("mail.smtp.writetimeout", millis(config.silence()));
        // The server's word after the letter counts, not its answer to the good-bye.
        properties.put("mail.smtp.quitwait", "false");
        return Session.getInstance(properties);
    }

    /** As text: of numbers the mail client understands ints alone, and takes others for none. */
    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    /** A password is among them. */
    @Override
    public String toString() {
        return "[redacted]";
    }
}
