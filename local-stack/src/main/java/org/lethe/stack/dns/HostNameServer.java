package org.lethe.stack.dns;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.dns.DatagramDnsQuery;
import io.netty.handler.codec.dns.DatagramDnsQueryDecoder;
import io.netty.handler.codec.dns.DatagramDnsResponse;
import io.netty.handler.codec.dns.DatagramDnsResponseEncoder;
import io.netty.handler.codec.dns.DefaultDnsPtrRecord;
import io.netty.handler.codec.dns.DnsQuestion;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.handler.codec.dns.DnsSection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lethe.stack.process.PartFailure;

/** Answers reverse lookups over UDP with the names of {@link HostNames}, and nothing else. */
public final class HostNameServer implements AutoCloseable {

    private static final int TTL_SECONDS = 60;

    private final EventLoopGroup group;
    private final Channel channel;

    private HostNameServer(EventLoopGroup group, Channel channel) {
        this.group = group;
        this.channel = channel;
    }

    public static HostNameServer start(int port) {
        var group = new NioEventLoopGroup(1);
        ChannelFuture bound =
                new Bootstrap()
                        .group(group)
                        .channel(NioDatagramChannel.class)
                        .handler(new Pipeline())
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                        .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            var _ = group.shutdownGracefully();
            throw new PartFailure("name server", "UDP port " + port + " is taken", bound.cause());
        }
        return new HostNameServer(group, bound.channel());
    }

    /** Where it answers. */
    public InetSocketAddress address() {
        return (InetSocketAddress) channel.localAddress();
    }

    @Override
    public void close() {
        var _ = channel.close();
        var _ = group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private static final class Pipeline extends ChannelInitializer<NioDatagramChannel> {

        @Override
        protected void initChannel(NioDatagramChannel channel) {
            channel.pipeline()
                    .addLast(new DatagramDnsQueryDecoder())
                    .addLast(new DatagramDnsResponseEncoder())
                    .addLast(new Answering());
        }
    }

    private static final class Answering extends SimpleChannelInboundHandler<DatagramDnsQuery> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramDnsQuery query) {
            var response = answerTo(query);
            DnsQuestion question = query.recordAt(DnsSection.QUESTION);
            response.addRecord(DnsSection.QUESTION, question);
            name(question)
                    .ifPresentOrElse(
                            name ->
                                    response.addRecord(
                                            DnsSection.ANSWER, pointer(question.name(), name)),
                            () -> response.setCode(DnsResponseCode.NXDOMAIN));
            var _ = context.writeAndFlush(response);
        }

        /** Who was asked is who answers. */
        @SuppressWarnings("ArgumentSelectionDefectChecker")
        private static DatagramDnsResponse answerTo(DatagramDnsQuery query) {
            return new DatagramDnsResponse(query.recipient(), query.sender(), query.id());
        }

        private static Optional<String> name(DnsQuestion question) {
            if (!question.type().equals(DnsRecordType.PTR)) {
                return Optional.empty();
            }
            return HostNames.address(question.name()).map(Answering::name);
        }

        private static String name(byte[] address) {
            try {
                return HostNames.of(InetAddress.getByAddress(address));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
            }
        }

        private static DnsRecord pointer(String question, String name) {
            return new DefaultDnsPtrRecord(question, DnsRecord.CLASS_IN, TTL_SECONDS, name + ".");
        }
    }
}
