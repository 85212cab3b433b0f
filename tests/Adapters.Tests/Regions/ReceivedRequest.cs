using System.Text;

namespace HealthBao.Adapters.Tests.Regions;

/// <summary>What a scripted source was asked.</summary>
internal sealed record ReceivedRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}
