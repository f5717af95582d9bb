import { Moon, Sun } from 'lucide-react';
import { IconButton } from '@/components/ui/IconButton';
import { useStore } from '@/hooks/useStore';
import { theme, toggleTheme } from '@/lib/theme';

export function ThemeToggle() {
  const current = useStore(theme);
  const Icon = current === 'dark' ? Sun : Moon;
  return (
    <IconButton label={current === 'dark' ? 'Use the light theme' : 'Use the dark theme'} onClick={toggleTheme}>
      <Icon aria-hidden="true" className="size-[18px]" />
    </IconButton>
  );
}
