using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using HealthBao.Contracts.Trust;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Partners;

/// <summary>
/// Fetches the key documents of partners: https only, no redirect, no proxy, 64 KiB and five seconds at most, and no private address,
/// which is judged on the very address that is then connected to, so that a name cannot say one thing and lead to another.
/// </summary>
internal sealed class KeyDocuments : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly IReadOnlyList<string> privateHosts;
    private readonly HttpClient outside;
    private readonly HttpClient inside;

    public KeyDocuments(IOptions<PartnerJoiningOptions> options)
    {
        privateHosts = [.. options.Value.PrivateKeyHosts];
        outside = Client(mayBePrivate: false, authority: null);
        inside = Client(mayBePrivate: true, options.Value.PrivateKeyAuthority);
    }

    /// <summary>The keys of a document, or null and why there are none.</summary>
    public async Task<(IReadOnlyList<PartnerKey>? Keys, string? Fault)> FetchAsync(Uri address, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept", "application/json, application/jwk-set+json" } } };
            var client = privateHosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase) ? inside : outside;
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (response.StatusCode != HttpStatusCode.OK) return (null, $"status {(int)response.StatusCode}");
            return await ReadAsync(response, patience.Token) is not { } body ? (null, "too large") : PartnerKeySet.Parse(body) is { } keys ? (keys, null) : (null, "not a set of public keys");
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return (null, e is HttpRequestException http ? http.HttpRequestError.ToString() : e is OperationCanceledException ? "too slow" : "broken off");
        }
    }

    public void Dispose()
    {
        outside.Dispose();
        inside.Dispose();
    }

    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[PartnerKeySet.MaxBytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length > PartnerKeySet.MaxBytes ? null : buffer[..length];
    }

    private static HttpClient Client(bool mayBePrivate, string? authority) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        MaxResponseHeadersLength = 16,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        SslOptions = Tls(authority),
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, mayBePrivate, cancellation),
    });

    private static SslClientAuthenticationOptions Tls(string? authority)
    {
        var tls = new SslClientAuthenticationOptions { EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 };
        if (authority is null) return tls;
        tls.CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        tls.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(authority);
        return tls;
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, bool mayBePrivate, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(to.Host, cancellation);
        if (!mayBePrivate && !addresses.All(PublicNetwork.Holds)) throw new HttpRequestException(HttpRequestError.ConnectionError, "The host has an address that is not public.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, to.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
