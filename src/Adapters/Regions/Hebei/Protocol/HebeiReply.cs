using System.Text.Json.Serialization;

namespace HealthBao.Adapters.Regions.Hebei.Protocol;

/// <summary>Every answer of the province: HTTP 200 with an <c>errcode</c>; <c>data</c> is only there when it is 0.</summary>
internal sealed record HebeiReply<T> where T : class
{
    [JsonRequired] public required int Errcode { get; init; }

    public T? Data { get; init; }
}
