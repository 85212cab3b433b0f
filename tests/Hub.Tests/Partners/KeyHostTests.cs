using System.Net;
using HealthBao.Contracts.Jose;
using HealthBao.Hub.Partners;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Tests.Partners;

/// <summary>To whom the hub connects for a key document.</summary>
public sealed class KeyHostTests : IAsyncLifetime
{
    private FakeKeyHost host = null!;

    public async Task InitializeAsync()
    {
        host = await FakeKeyHost.StartAsync();
        host.Publish(SigningKey.Create());
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_host_with_a_private_address_is_not_even_connected_to_unless_the_operator_names_it()
    {
        using var documents = new KeyDocuments(Options.Create(new PartnerJoiningOptions { PrivateKeyAuthority = host.Authority }));
        foreach (var address in new[] { host.Address, new UriBuilder(host.Address) { Host = "127.0.0.1" }.Uri, new UriBuilder(host.Address) { Host = "[::ffff:127.0.0.1]" }.Uri })
            Assert.Equal((null, "ConnectionError"), await documents.FetchAsync(address, CancellationToken.None));
        Assert.Equal(0, host.Asked);
        using var named = new KeyDocuments(Options.Create(new PartnerJoiningOptions { PrivateKeyAuthority = host.Authority, PrivateKeyHosts = ["localhost"] }));
        Assert.NotNull((await named.FetchAsync(host.Address, CancellationToken.None)).Keys);
    }

    [Fact]
    public async Task A_certificate_of_nobody_known_is_refused()
    {
        using var documents = new KeyDocuments(Options.Create(new PartnerJoiningOptions { PrivateKeyHosts = ["localhost"] }));
        Assert.Equal((null, "SecureConnectionError"), await documents.FetchAsync(host.Address, CancellationToken.None));
        Assert.Equal(0, host.Asked);
    }

    [Theory]
    [InlineData("1.1.1.1", true)]
    [InlineData("2400:3200::1", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.255.254", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.19.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:1.1.1.1", true)]
    [InlineData("::10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2001::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    public void Only_public_addresses_are_public(string address, bool isPublic) => Assert.Equal(isPublic, PublicNetwork.Holds(IPAddress.Parse(address)));
}
