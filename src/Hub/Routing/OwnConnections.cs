using HealthBao.Hub.Privacy;

namespace HealthBao.Hub.Routing;

/// <summary>
/// Sends the hub's own questions over connections that carry nothing else. A connection copies what is smaller than its buffer, and the
/// heads of forwarded calls, which strangers write, could make that buffer grow beyond what a question is padded to.
/// </summary>
internal sealed class OwnConnections(HttpMessageHandler forwarded, SocketsHttpHandler own) : DelegatingHandler(forwarded)
{
    private readonly HttpMessageInvoker questions = new(own);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Content is InPlaceContent ? questions.SendAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        questions.Dispose();
        base.Dispose(disposing);
    }
}
