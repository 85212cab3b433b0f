using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HealthBao.Hub.Tests;

/// <summary>Keeps every line that is logged, as an operator would read it, scopes included.</summary>
public sealed class CapturedLog : ILoggerProvider, ILogger, ISupportExternalScope
{
    private IExternalScopeProvider? scopes;

    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{logLevel} {eventId.Id} {formatter(state, exception)} {exception}{Scopes()}");

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    private string Scopes()
    {
        var text = new System.Text.StringBuilder();
        scopes?.ForEachScope((scope, to) => to.Append(' ').Append(scope), text);
        return text.ToString();
    }

    public void Dispose()
    {
    }
}
